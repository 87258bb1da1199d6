package io.voltledger.api.admission;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened at a station's way in. */
public sealed interface AdmissionEvent {

    StationDoor door();

    @Revision("1")
    record ProfileDemanded(
            StationDoor door,
            SecurityProfile profile,
            @Nullable String certificateName,
            Instant demandedAt) implements AdmissionEvent {}

    @Revision("1")
    record PasswordChanged(StationDoor door, PasswordHash password, Instant changedAt) implements AdmissionEvent {}

    @Revision("1")
    record HandshakeRefused(StationDoor door, RefusalReason reason, String address, Instant refusedAt)
            implements AdmissionEvent {}

    @Revision("1")
    record StationKnocked(StationDoor door, String address, String protocol, Instant knockedAt)
            implements AdmissionEvent {}

    @Revision("1")
    record StationLetIn(StationDoor door, Instant letInAt) implements AdmissionEvent {}

    @Revision("1")
    record StationTurnedAway(StationDoor door, String reason, Instant turnedAwayAt) implements AdmissionEvent {}
}
