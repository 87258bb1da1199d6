package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command to a station and what came of it.
 *
 * @param payload the OCPP request as a JSON text
 * @param outcome absent while the answer is awaited
 * @param answer the station's answer as a JSON text
 */
public record StationCommandView(
        StationCommandId id,
        StationId station,
        String action,
        String payload,
        Instant dispatchedAt,
        StationAnswer.@Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable Instant endedAt) {}
