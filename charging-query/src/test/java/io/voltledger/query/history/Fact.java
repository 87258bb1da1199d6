package io.voltledger.query.history;

import io.voltledger.api.ContextKeys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One event as an aggregate recorded it. */
public record Fact(
        String aggregate,
        long sequence,
        Object payload,
        Instant at,
        String actor,
        String correlation,
        @Nullable String frame,
        String eventId) {

    static Fact of(
            String aggregate,
            long sequence,
            Object payload,
            Instant at,
            String actor,
            String correlation,
            @Nullable String frame) {
        return new Fact(
                aggregate,
                sequence,
                payload,
                at,
                actor,
                correlation,
                frame,
                UUID.randomUUID().toString());
    }

    public EventMessage<?> message() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(ContextKeys.ACTOR, actor);
        context.put(ContextKeys.CORRELATION_ID, correlation);
        context.put(ContextKeys.CAUSATION_ID, correlation);
        if (frame != null) {
            context.put(ContextKeys.FRAME_ID, frame);
        }
        return new GenericDomainEventMessage<>(
                "Fact", aggregate, sequence, payload, MetaData.from(context), eventId, at);
    }
}
