package io.voltledger.saga;

import io.voltledger.runtime.BackgroundWork;
import io.voltledger.runtime.letter.LetterQueues;
import io.voltledger.saga.integration.PublisherPolicy;
import io.voltledger.saga.operations.SetAside;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/**
 * The processors that read the event store. Each begins with the first event ever: a process must not miss what happened
 * before its module was first started.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StreamingProcessors {

    /** Those whose facts do not depend on one another: one that always fails waits for an operator, and the others go on. */
    private static final List<String> SETTING_ASIDE = List.of(
            "payment-intents",
            "wallet-transfers",
            "wallet-top-ups",
            "wallet-returns",
            "overpayments",
            "bill-numbering",
            "bill-corrections");

    @Bean
    ConfigurerModule sagaStreamingProcessors(SagaSettings settings) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            register(processing, "session-payment", new Share(4, 20, settings.gather()));
            register(processing, "payment-intents", new Share(2, 20, settings.gather()));
            register(processing, "wallet-transfers", new Share(1, 20, settings.gather()));
            register(processing, "wallet-top-ups", new Share(1, 20, settings.gather()));
            register(processing, "wallet-points", new Share(1, 20, settings.gather()));
            register(processing, "wallet-holds", new Share(1, 20, settings.gather()));
            register(processing, "wallet-returns", new Share(1, 20, settings.gather()));
            register(processing, "overpayments", new Share(1, 20, settings.gather()));
            register(processing, "bill-corrections", new Share(1, 1, settings.gather()));
            register(processing, "bill-numbering", new Share(2, 20, settings.gather()));
            register(
                    processing,
                    "kafka-publisher",
                    new Share(1, 500, settings.kafka().gather()));
            SETTING_ASIDE.forEach(group -> processing.registerListenerInvocationErrorHandler(
                    group,
                    configuration -> configuration.getComponent(SetAside.class).of(group)));
            setAsideInOrder(processing, "kafka-publisher");
        };
    }

    /** Its facts depend on one another: those of an aggregate wait behind one that always fails. */
    private static void setAsideInOrder(EventProcessingConfigurer processing, String group) {
        processing.registerDeadLetterPolicy(group, configuration -> new PublisherPolicy());
        processing.registerDeadLetterQueue(group, configuration -> LetterQueues.queue(group, configuration));
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                group, (configuration, builder) -> builder.enableSequenceIdentifierCache());
    }

    /**
     * How a processor's work is cut.
     *
     * @param segments whose events are handled side by side
     * @param batch how many events one transaction handles at most
     * @param gather how long events gather first
     */
    private record Share(int segments, int batch, Duration gather) {}

    private static void register(EventProcessingConfigurer processing, String name, Share share) {
        processing.registerPooledStreamingEventProcessor(
                name, Configuration::eventStore, (configuration, processor) -> {
                    BackgroundWork work = new BackgroundWork(name, share.segments(), share.gather());
                    return work.staff(configuration, processor)
                            .initialToken(StreamableMessageSource::createTailToken)
                            .initialSegmentCount(share.segments())
                            .batchSize(share.batch());
                });
    }
}
