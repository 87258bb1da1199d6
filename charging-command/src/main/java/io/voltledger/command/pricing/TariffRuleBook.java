package io.voltledger.command.pricing;

import io.voltledger.api.pricing.PricingCommand;
import io.voltledger.api.pricing.PricingCommand.SetTariffRule;
import io.voltledger.api.pricing.PricingCommand.WithdrawTariffRule;
import io.voltledger.api.pricing.PricingEvent;
import io.voltledger.api.pricing.RuleBook;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import io.voltledger.command.tariff.Tariffs;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** All rules that give tariffs to sessions: set, replaced and withdrawn one by one. */
@Aggregate(type = "TariffRuleBook", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class TariffRuleBook implements Snapshot<RuleBookFacts> {

    @AggregateIdentifier
    private @Nullable RuleBook book;

    private RuleBookFacts facts = RuleBookFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetTariffRule command, Tariffs tariffs) {
        decide(command, tariffs);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawTariffRule command, Tariffs tariffs) {
        decide(command, tariffs);
    }

    @EventSourcingHandler
    void on(PricingEvent event) {
        book = event.book();
        facts = RuleBookDecider.evolve(facts, event);
    }

    @Override
    public RuleBookFacts facts() {
        return facts;
    }

    private void decide(PricingCommand command, Tariffs tariffs) {
        Publication.publish(RuleBookDecider.decide(
                command, facts, tariff -> tariffs.latest(tariff).isPresent()));
    }
}
