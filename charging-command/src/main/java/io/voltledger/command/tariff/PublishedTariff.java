package io.voltledger.command.tariff;

import io.voltledger.api.tariff.TariffCommand.DraftTariff;
import io.voltledger.api.tariff.TariffCommand.PublishDraft;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffCommand.RetireTariff;
import io.voltledger.api.tariff.TariffEvent;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A tariff over all its versions: drafted, published whole and never changed, and retired in the end. */
@Aggregate(type = "Tariff", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class PublishedTariff implements Snapshot<TariffFacts> {

    @AggregateIdentifier
    private @Nullable TariffId tariff;

    private TariffFacts facts = TariffFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int handle(PublishTariff command) {
        Publication.publish(TariffDecider.decide(command, facts));
        return facts.version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int handle(PublishDraft command) {
        Publication.publish(TariffDecider.decide(command, facts));
        return facts.version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftTariff command) {
        Publication.publish(TariffDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetireTariff command) {
        Publication.publish(TariffDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(TariffEvent event) {
        tariff = event.tariff();
        facts = TariffDecider.evolve(facts, event);
    }

    @Override
    public TariffFacts facts() {
        return facts;
    }
}
