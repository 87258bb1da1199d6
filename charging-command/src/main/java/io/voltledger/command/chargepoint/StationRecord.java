package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationBook;
import io.voltledger.api.chargepoint.StationBookCommand;
import io.voltledger.api.chargepoint.StationBookCommand.CancelReservation;
import io.voltledger.api.chargepoint.StationBookCommand.ClearChargingProfiles;
import io.voltledger.api.chargepoint.StationBookCommand.KeepChargingProfile;
import io.voltledger.api.chargepoint.StationBookCommand.KeepReservation;
import io.voltledger.api.chargepoint.StationBookCommand.NoteLocalList;
import io.voltledger.api.chargepoint.StationBookCommand.UseReservation;
import io.voltledger.api.chargepoint.StationBookEvent;
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

/** The book of one station: reservations come, are used or cancelled; profiles and list versions are noted as they change. */
@Aggregate(type = "StationBook", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class StationRecord {

    @AggregateIdentifier
    private @Nullable StationBook book;

    private StationRecordFacts facts = StationRecordFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepReservation command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelReservation command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UseReservation command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepChargingProfile command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClearChargingProfiles command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NoteLocalList command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(StationBookEvent event) {
        book = event.book();
        facts = StationRecordDecider.evolve(facts, event);
    }

    private void decide(StationBookCommand command) {
        Publication.publish(StationRecordDecider.decide(command, facts));
    }
}
