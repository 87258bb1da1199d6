package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.ChargePointCommand;
import io.voltledger.api.chargepoint.ChargePointCommand.AssignTariff;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.ChargePointEvent;
import io.voltledger.api.chargepoint.StationId;
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

/**
 * A station from its registration on: it connects and disconnects, boots, and reports the status of its connectors, for
 * years. Its traffic belongs to sessions and station logs; its stream holds its states.
 */
@Aggregate(type = "ChargePoint", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class ChargePoint implements Snapshot<ChargePointFacts> {

    @AggregateIdentifier
    private @Nullable StationId station;

    private ChargePointFacts facts = ChargePointFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterChargePoint command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssignTariff command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConnectStation command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DisconnectStation command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportBoot command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportStatus command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(ChargePointEvent event) {
        station = event.station();
        facts = ChargePointDecider.evolve(facts, event);
    }

    @Override
    public ChargePointFacts facts() {
        return facts;
    }

    private void decide(ChargePointCommand command) {
        Publication.publish(ChargePointDecider.decide(command, facts));
    }
}
