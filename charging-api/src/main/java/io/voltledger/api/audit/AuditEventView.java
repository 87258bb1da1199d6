package io.voltledger.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event.
 *
 * @param position in the global order of the event store
 * @param eventId message identifier
 * @param type simple name of the event
 * @param aggregate identifier in the event store; absent where no aggregate recorded it
 * @param sequence within the aggregate
 * @param timestamp when it was recorded
 * @param actor who acted
 * @param correlationId first message of the chain
 * @param causationId message that directly caused it
 * @param frameId OCPP-J unique id of the station's frame
 * @param payload the facts as stored, a JSON text
 */
public record AuditEventView(
        long position,
        String eventId,
        String type,
        @Nullable String aggregate,
        @Nullable Long sequence,
        Instant timestamp,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String frameId,
        String payload) {}
