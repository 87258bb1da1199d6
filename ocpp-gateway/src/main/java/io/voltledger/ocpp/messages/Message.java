package io.voltledger.ocpp.messages;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.chargepoint.StationMessage.Type;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame as it was on the wire.
 *
 * @param latencyNanos from the call to its answer; negative where there was none
 */
public record Message(
        StationId station,
        Instant at,
        Direction direction,
        Type type,
        @Nullable String action,
        @Nullable String uniqueId,
        long latencyNanos,
        Outcome outcome,
        String text) {}
