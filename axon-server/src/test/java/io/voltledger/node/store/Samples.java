package io.voltledger.node.store;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Stores with known content. */
final class Samples {

    private Samples() {}

    static EventRecord event(String aggregate, long sequence, int payload) {
        return EventRecord.of(Event.newBuilder()
                .setMessageIdentifier(aggregate + "/" + sequence)
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(sequence)
                .setAggregateType("Session")
                .setTimestamp(1_700_000_000_000L + sequence)
                .setPayload(SerializedObject.newBuilder()
                        .setType("Metered")
                        .setData(ByteString.copyFrom(new byte[payload])))
                .build());
    }

    static EventRecord loose(String id) {
        return EventRecord.of(
                Event.newBuilder().setMessageIdentifier(id).setTimestamp(1).build());
    }

    static EventStore open(Path directory) {
        return EventStore.open(directory, SyncMode.EVERY_COMMIT, 0, Clock.systemUTC());
    }

    /** Appends transactions of a few events each, every one synced by itself, to aggregates that begin with the name. */
    static void fill(EventStore store, String name, int transactions) {
        for (var number = 0; number < transactions; number++) {
            var aggregate = name + number % 7;
            var sequence = store.highestSequence(aggregate) + 1;
            var events = new ArrayList<EventRecord>(List.of(event(aggregate, sequence, 20 + number * 13 % 300)));
            events.add(loose(name + " loose " + number));
            store.append(events).join();
        }
    }

    static List<StoredEvent> all(EventStore store) {
        return store.readLog(0).next(1_000_000);
    }
}
