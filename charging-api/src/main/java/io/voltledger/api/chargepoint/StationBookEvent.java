package io.voltledger.api.chargepoint;

import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What a station keeps, as far as it agreed. */
public sealed interface StationBookEvent {

    StationBook book();

    @Revision("1")
    record ReservationMade(StationBook book, Reservation reservation, Instant madeAt) implements StationBookEvent {}

    @Revision("1")
    record ReservationCancelled(StationBook book, int reservation, Instant cancelledAt) implements StationBookEvent {}

    @Revision("1")
    record ReservationUsed(StationBook book, int reservation, SessionId session, Instant usedAt)
            implements StationBookEvent {}

    /** It replaces one of the same id, and one of the same connector, purpose and stack level. */
    @Revision("1")
    record ChargingProfileStored(
            StationBook book, @Nullable ConnectorId connector, ChargingProfile profile, Instant storedAt)
            implements StationBookEvent {}

    @Revision("1")
    record ChargingProfilesCleared(StationBook book, ChargingProfileFilter filter, Instant clearedAt)
            implements StationBookEvent {}

    @Revision("1")
    record LocalListNoted(StationBook book, int version, Instant notedAt) implements StationBookEvent {}
}
