package io.voltledger.saga;

import io.voltledger.runtime.GatheringExecutor;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/**
 * The processors that read the event store. Each begins with the first event ever: a process must not miss what happened
 * before its module was first started.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StreamingProcessors {

    @Bean
    ConfigurerModule sagaStreamingProcessors(SagaSettings settings) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        "session-payment",
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(4)
                                .batchSize(1))
                .registerPooledStreamingEventProcessor(
                        "payment-intents",
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(2)
                                .batchSize(20))
                .registerPooledStreamingEventProcessor(
                        "wallet-transfers",
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .batchSize(1))
                .registerPooledStreamingEventProcessor(
                        "wallet-returns",
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .batchSize(1))
                .registerPooledStreamingEventProcessor(
                        "kafka-publisher", Configuration::eventStore, (configuration, processor) -> {
                            GatheringExecutor worker = new GatheringExecutor(
                                    "kafka-publisher", 1, settings.kafka().gather());
                            configuration.onShutdown(worker::shutdown);
                            return processor
                                    .initialToken(StreamableMessageSource::createTailToken)
                                    .initialSegmentCount(1)
                                    .batchSize(500)
                                    .workerExecutor(worker);
                        });
    }
}
