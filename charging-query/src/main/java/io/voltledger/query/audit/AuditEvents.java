package io.voltledger.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.voltledger.api.audit.AuditEventView;
import io.voltledger.api.audit.AuditQuery.AuditPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of history as REST shows it: the stored facts stand in it untouched, not as a text within the text. */
record AuditEvents(List<AuditEvent> items, @Nullable String next) {

    static AuditEvents of(AuditPage page) {
        return new AuditEvents(page.items().stream().map(AuditEvent::of).toList(), page.next());
    }

    record AuditEvent(
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

            @Schema(type = "object", description = "The event's facts as stored") @JsonRawValue
            String payload) {

        static AuditEvent of(AuditEventView view) {
            return new AuditEvent(
                    view.position(),
                    view.eventId(),
                    view.type(),
                    view.aggregate(),
                    view.sequence(),
                    view.timestamp(),
                    view.actor(),
                    view.correlationId(),
                    view.causationId(),
                    view.frameId(),
                    view.payload());
        }
    }
}
