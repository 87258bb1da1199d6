package io.voltledger.command.admission;

import io.voltledger.api.admission.AdmissionCommand;
import io.voltledger.api.admission.AdmissionCommand.DemandProfile;
import io.voltledger.api.admission.AdmissionCommand.Knock;
import io.voltledger.api.admission.AdmissionCommand.LetIn;
import io.voltledger.api.admission.AdmissionCommand.ReportRefusal;
import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.AdmissionCommand.TurnAway;
import io.voltledger.api.admission.AdmissionEvent;
import io.voltledger.api.admission.StationDoor;
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
 * A station's way in: what its connections must show, who was refused, and, of a station that nobody registered, whether
 * it waits for an operator.
 */
@Aggregate(type = "StationDoor", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class Door implements Snapshot<DoorFacts> {

    @AggregateIdentifier
    private @Nullable StationDoor door;

    private DoorFacts facts = DoorFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DemandProfile command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetPassword command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRefusal command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Knock command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LetIn command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TurnAway command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(AdmissionEvent event) {
        door = event.door();
        facts = facts.with(event);
    }

    @Override
    public DoorFacts facts() {
        return facts;
    }

    private void decide(AdmissionCommand command) {
        Publication.publish(DoorDecider.decide(command, facts));
    }
}
