package io.voltledger.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.voltledger.api.ContextKeys;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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

    /** Axon takes OpenTelemetry's spans wherever it finds the library, even where nobody collects them. */
    @Bean
    @ConditionalOnProperty(name = "voltledger.messaging.spans", havingValue = "false")
    SpanFactory spanFactory() {
        return NoOpSpanFactory.INSTANCE;
    }

    @Bean
    Callers callers() {
        return new Callers();
    }

    @Bean
    MeterBinder waitingCallers(Callers callers) {
        return meters -> Gauge.builder("voltledger.callers.waiting", callers, Callers::waiting)
                .description("Calls of stations that are being worked on")
                .register(meters);
    }

    @Bean
    Turns turns(Callers callers) {
        return new Turns(callers);
    }

    @Bean(destroyMethod = "close")
    ConflictRetry conflictRetry() {
        return new ConflictRetry();
    }

    /** No command handler writes to a table: what it decides goes to the event store, so no transaction is opened for it. */
    @Bean
    @Qualifier("localSegment") LocalSegment localSegment(
            org.axonframework.config.Configuration axon, DuplicateCommandHandlerResolver duplicates, Callers callers) {
        LocalSegment segment = new LocalSegment(
                SimpleCommandBus.builder()
                        .duplicateCommandHandlerResolver(duplicates)
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")),
                callers);
        segment.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return segment;
    }

    @Bean
    CommandGateway commandGateway(
            CommandBus commandBus,
            LocalSegment localSegment,
            ConflictRetry conflictRetry,
            @Value("${voltledger.messaging.local-first}") boolean localFirst) {
        return DefaultCommandGateway.builder()
                .commandBus(localFirst ? new LocalFirstCommandBus(localSegment, commandBus) : commandBus)
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
