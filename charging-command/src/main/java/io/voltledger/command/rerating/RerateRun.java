package io.voltledger.command.rerating;

import io.voltledger.api.rerating.RerateCommand.OrderCorrections;
import io.voltledger.api.rerating.RerateEvent;
import io.voltledger.api.rerating.RerateRunId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A run of corrections: ordered, and ordered again for bills that came to it later; a process carries it out. */
@Aggregate(type = "RerateRun", cache = "aggregateCache")
class RerateRun {

    @AggregateIdentifier
    private @Nullable RerateRunId rerating;

    private RerateFacts facts = RerateFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrderCorrections command) {
        Publication.publish(RerateDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(RerateEvent event) {
        rerating = event.rerating();
        facts = RerateDecider.evolve(facts, event);
    }
}
