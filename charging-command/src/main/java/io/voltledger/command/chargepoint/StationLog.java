package io.voltledger.command.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationLogCommand.RecordVendorData;
import io.voltledger.api.chargepoint.StationLogEvent;
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

/** One station on one day, outside its sessions: opened by the first thing said, and never changed after the day. */
@Aggregate(type = "StationLog", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class StationLog {

    @AggregateIdentifier
    private @Nullable StationDay day;

    private @Nullable Receipt last;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordStationMeter command) {
        Publication.publish(StationLogDecider.decide(command, last));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordVendorData command) {
        Publication.publish(StationLogDecider.decide(command, last));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordStationNotice command) {
        Publication.publish(StationLogDecider.decide(command, last));
    }

    @EventSourcingHandler
    void on(StationLogEvent event) {
        day = event.day();
        last = StationLogDecider.evolve(event);
    }
}
