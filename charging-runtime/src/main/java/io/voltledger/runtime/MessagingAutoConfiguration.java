package io.voltledger.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.ContextKeys;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** How messages are written, sent, retried and traced, the same in every module. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration"
        })
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ObjectMapper defaultAxonObjectMapper() {
        return AxonJson.mapper();
    }

    @Bean
    @Primary
    Serializer serializer(ObjectMapper defaultAxonObjectMapper) {
        return AllowListSerializer.with(defaultAxonObjectMapper);
    }

    @Bean
    CorrelationDataProvider messageOriginProvider() {
        return new MessageOriginProvider(ContextKeys.CAUSATION_ID, ContextKeys.CORRELATION_ID);
    }

    @Bean
    CorrelationDataProvider contextProvider() {
        return new SimpleCorrelationDataProvider(ContextKeys.ACTOR, ContextKeys.FRAME_ID);
    }

    @Bean(destroyMethod = "close")
    ConflictRetry conflictRetry() {
        return new ConflictRetry();
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, ConflictRetry conflictRetry) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(conflictRetry)
                .build();
    }

    /** Axon's default logs a failed handler and goes on; here a failure stops its processor until it can be handled. */
    @Bean
    ConfigurerModule errorsPropagate() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }
}
