package io.voltledger.saga.integration;

import io.voltledger.api.integration.Envelope;
import io.voltledger.api.member.MemberId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the envelopes of one domain event. */
record Envelopes(Recorded recorded, String environment) {

    private static final String VERSION = "1.0";
    private static final String SOURCE = "billing-saga";

    /** The same envelope for each topic: consumers of several see one event id. */
    List<Outgoing> make(String type, String key, @Nullable MemberId member, Facts facts, String... topics) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (recorded.traceId() != null) {
            metadata.put("traceId", recorded.traceId());
        }
        metadata.put("environment", environment);
        Envelope envelope = new Envelope(
                recorded.eventId(),
                type,
                VERSION,
                recorded.at(),
                SOURCE,
                recorded.correlationId(),
                member == null ? null : member.value(),
                metadata,
                facts.values());
        return Arrays.stream(topics)
                .map(topic -> new Outgoing(topic, key, envelope))
                .toList();
    }
}
