package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationCommandEvent;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One command that goes to a station: dispatched, then ended by the station's answer, by silence or by its absence. */
@Aggregate(type = "StationCommand", cache = "aggregateCache")
class StationCommand {

    @AggregateIdentifier
    private @Nullable StationCommandId command;

    private StationCommandFacts facts = StationCommandFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DispatchStationCommand dispatch) {
        Publication.publish(StationCommandDecider.decide(dispatch, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportStationAnswer report) {
        Publication.publish(StationCommandDecider.decide(report, facts));
    }

    @EventSourcingHandler
    void on(StationCommandEvent event) {
        command = event.command();
        facts = StationCommandDecider.evolve(facts, event);
    }
}
