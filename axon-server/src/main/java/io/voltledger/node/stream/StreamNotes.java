package io.voltledger.node.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.streams.CreateStreamRequest;
import io.voltledger.node.store.Notes;
import io.voltledger.node.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What the context's store keeps of its persistent streams: for each its definition and its progress. */
final class StreamNotes {

    private static final String DEFINITION = "stream/";
    private static final String PROGRESS = "stream-progress/";

    /** A stream as it was stored. */
    record Stored(CreateStreamRequest definition, Progress progress) {}

    private final Notes notes;

    StreamNotes(Notes notes) {
        this.notes = notes;
    }

    List<Stored> all() {
        var progress = notes.all(PROGRESS);
        return notes.all(DEFINITION).values().stream()
                .map(StreamNotes::definition)
                .map(definition -> new Stored(
                        definition,
                        Progress.of(Objects.requireNonNull(progress.get(PROGRESS + definition.getStreamId())))))
                .toList();
    }

    private static CreateStreamRequest definition(byte[] note) {
        try {
            return CreateStreamRequest.parseFrom(note);
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException(StoreException.Reason.READ, "A persistent stream cannot be read", e);
        }
    }

    /** Writes both at once. */
    CompletableFuture<Boolean> write(CreateStreamRequest definition, Progress progress) {
        var id = definition.getStreamId();
        return notes.write(Map.of(DEFINITION + id, definition.toByteArray(), PROGRESS + id, progress.toBytes()));
    }

    CompletableFuture<Boolean> write(String id, byte[] progress) {
        return notes.put(PROGRESS + id, progress);
    }

    CompletableFuture<Boolean> remove(String id) {
        return notes.remove(List.of(DEFINITION + id, PROGRESS + id));
    }
}
