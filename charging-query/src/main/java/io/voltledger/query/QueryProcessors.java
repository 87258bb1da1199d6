package io.voltledger.query;

import io.voltledger.runtime.BackgroundWork;
import io.voltledger.runtime.letter.LetterQueues;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the projections run: few streaming processors, each with the groups of related contexts, tokens and read models in
 * one transaction. An event that cannot be projected waits in its group's dead-letter queue, with those after it of the
 * same sequence; a database that is away is waited for instead.
 */
@Configuration(proxyBeanMethods = false)
class QueryProcessors {

    private static final int WORKERS = 4;

    /**
     * Processing groups, one a context, and the processor that each shares. What a charge leaves behind, from its session to
     * its payment and in the audit, is of the same events: read once and projected together.
     */
    private static final Map<String, String> PROCESSORS = Map.ofEntries(
            Map.entry("query-chargepoint", "query-stations"),
            Map.entry("query-admission", "query-stations"),
            Map.entry("query-token", "query-stations"),
            Map.entry("query-tariff", "query-stations"),
            Map.entry("query-quirk", "query-stations"),
            Map.entry("query-session", "query-charges"),
            Map.entry("query-billing", "query-charges"),
            Map.entry("query-payment", "query-charges"),
            Map.entry("query-refund", "query-charges"),
            Map.entry("query-ledger", "query-charges"),
            Map.entry("query-wallet", "query-charges"),
            Map.entry("query-top-up", "query-charges"),
            Map.entry("query-dunning", "query-charges"),
            Map.entry("query-notification", "query-charges"),
            Map.entry("query-audit", "query-charges"));

    @Bean
    ConfigurerModule queryProjections(QuerySettings settings) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            PROCESSORS.forEach((group, processor) -> {
                processing.assignProcessingGroup(group, processor);
                processing.registerSequencingPolicy(group, configuration -> new FactOrder());
                processing.registerDeadLetterPolicy(group, configuration -> new LetterPolicy());
                processing.registerDeadLetterQueue(group, configuration -> LetterQueues.queue(group, configuration));
                processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                        group, (configuration, builder) -> builder.enableSequenceIdentifierCache());
            });
            PROCESSORS.values().stream().distinct().forEach(processor -> {
                processing.registerPooledStreamingEventProcessor(
                        processor, org.axonframework.config.Configuration::eventStore, (configuration, builder) -> {
                            BackgroundWork work = new BackgroundWork(processor, WORKERS, settings.gather());
                            return work.staff(configuration, builder)
                                    .initialSegmentCount(settings.segments())
                                    .batchSize(settings.batchSize());
                        });
            });
        };
    }
}
