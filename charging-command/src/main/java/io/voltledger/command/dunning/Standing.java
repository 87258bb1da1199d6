package io.voltledger.command.dunning;

import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** How one member stands: each overdue bill is dunned stage by stage until it is paid. */
@Aggregate(type = "Standing", cache = "aggregateCache")
class Standing {

    @AggregateIdentifier
    private @Nullable StandingId standing;

    private StandingFacts facts = StandingFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdvanceDunning command) {
        Publication.publish(StandingDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EndDunning command) {
        Publication.publish(StandingDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(DunningEvent event) {
        standing = new StandingId(event.member());
        facts = StandingDecider.evolve(facts, event);
    }
}
