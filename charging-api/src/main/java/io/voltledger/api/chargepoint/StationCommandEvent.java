package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What became of a command to a station. */
public sealed interface StationCommandEvent {

    StationCommandId command();

    StationId station();

    @Revision("1")
    record StationCommandDispatched(
            StationCommandId command, StationId station, String action, String payload, Instant dispatchedAt)
            implements StationCommandEvent {}

    /** The command went to a gateway node: recorded with its dispatch. */
    @Revision("1")
    record StationCommandRouted(StationCommandId command, StationId station, String node, Instant routedAt)
            implements StationCommandEvent {}

    @Revision("1")
    record StationCommandEnded(StationCommandId command, StationId station, StationAnswer answer, Instant endedAt)
            implements StationCommandEvent {}

    /** The station answered a command that had timed out; what it says holds from now on. */
    @Revision("1")
    record StationAnsweredLate(StationCommandId command, StationId station, StationAnswer answer, Instant answeredAt)
            implements StationCommandEvent {}
}
