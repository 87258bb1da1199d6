package io.voltledger.node;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.UUID;

/** Events for tests. */
final class Events {

    private Events() {}

    static Event of(String aggregate, long sequence) {
        return builder("Plugged", aggregate + "/" + sequence)
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(sequence)
                .setAggregateType("Session")
                .build();
    }

    /** Events of one aggregate with the sequences from one up to, but without, another. */
    static Event[] range(String aggregate, int from, int end) {
        return java.util.stream.IntStream.range(from, end)
                .mapToObj(sequence -> of(aggregate, sequence))
                .toArray(Event[]::new);
    }

    static Event loose(String type, String payload) {
        return builder(type, payload).build();
    }

    /** The first event of an aggregate, with a station within a JSON payload. */
    static Event charged(String aggregate, String station) {
        return builder("Charged", "{\"station\":\"%s\"}".formatted(station))
                .setAggregateIdentifier(aggregate)
                .setAggregateType("Session")
                .build();
    }

    static Event at(long timestamp) {
        return builder("Ticked", "at " + timestamp).setTimestamp(timestamp).build();
    }

    private static Event.Builder builder(String type, String payload) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setTimestamp(1_700_000_000_000L)
                .setPayload(SerializedObject.newBuilder()
                        .setType(type)
                        .setRevision("1")
                        .setData(ByteString.copyFromUtf8(payload)));
    }

    static String text(Event event) {
        return event.getPayload().getData().toStringUtf8();
    }
}
