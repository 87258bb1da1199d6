package io.voltledger.api.chargepoint;

import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a station agreed to keep or to forget, or said of what it keeps. Facts: never refused, and safe to repeat. */
public sealed interface StationBookCommand {

    StationBook book();

    /** A reservation of the same number is replaced. */
    record KeepReservation(@TargetAggregateIdentifier StationBook book, Reservation reservation, Instant at)
            implements StationBookCommand {}

    /** The station cancelled it; one that the platform does not know changes nothing. */
    record CancelReservation(@TargetAggregateIdentifier StationBook book, int reservation, Instant at)
            implements StationBookCommand {}

    /** A session began on it; one that the platform does not know changes nothing. */
    record UseReservation(@TargetAggregateIdentifier StationBook book, int reservation, SessionId session, Instant at)
            implements StationBookCommand {}

    /** @param connector absent where the station chooses it when the session begins */
    record KeepChargingProfile(
            @TargetAggregateIdentifier StationBook book,
            @Nullable ConnectorId connector,
            ChargingProfile profile,
            Instant at)
            implements StationBookCommand {}

    record ClearChargingProfiles(@TargetAggregateIdentifier StationBook book, ChargingProfileFilter filter, Instant at)
            implements StationBookCommand {}

    /** @param version as the station has it: 0 for an empty list, -1 where it keeps none */
    record NoteLocalList(@TargetAggregateIdentifier StationBook book, int version, Instant at)
            implements StationBookCommand {}
}
