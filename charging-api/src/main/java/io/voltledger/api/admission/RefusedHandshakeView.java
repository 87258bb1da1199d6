package io.voltledger.api.admission;

import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;

/**
 * A handshake that was refused.
 *
 * @param id of the event that says so
 * @param address from which it came
 */
public record RefusedHandshakeView(
        String id, StationId station, RefusalReason reason, String address, Instant refusedAt) {}
