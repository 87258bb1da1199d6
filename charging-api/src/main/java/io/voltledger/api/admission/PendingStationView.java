package io.voltledger.api.admission;

import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station that nobody registered and that wanted in.
 *
 * @param address from which it came
 * @param protocol the subprotocol that it would have spoken
 * @param reason why it was turned away
 */
public record PendingStationView(
        StationId station,
        State state,
        String address,
        String protocol,
        @Nullable String reason,
        Instant knockedAt,
        @Nullable Instant decidedAt) {

    /** What was decided. */
    public enum State {
        PENDING,
        ACCEPTED,
        REFUSED
    }
}
