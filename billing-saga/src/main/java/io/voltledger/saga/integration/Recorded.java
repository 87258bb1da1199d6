package io.voltledger.saga.integration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a domain event beside its payload.
 *
 * @param traceId of the distributed trace; absent where there is none
 */
record Recorded(
        String eventId,
        Instant at,
        @Nullable String correlationId,
        @Nullable String traceId) {}
