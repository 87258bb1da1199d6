package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.streams.CreateResult;
import io.axoniq.axonserver.grpc.streams.CreateStreamRequest;
import io.axoniq.axonserver.grpc.streams.Open;
import io.axoniq.axonserver.grpc.streams.StreamStatus;
import io.grpc.Status;
import io.voltledger.node.store.EventStore;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The persistent streams of a context. */
public final class PersistentStreams {

    /** Stands for the head of the log in the public API. */
    private static final long HEAD = -99;

    private static final int MOST_SEGMENTS = 1024;

    private final EventStore store;
    private final Executor readers;
    private final StreamNotes notes;
    private final TreeMap<String, PersistentStream> streams = new TreeMap<>();

    public PersistentStreams(EventStore store, Executor readers) {
        this.store = store;
        this.readers = readers;
        notes = new StreamNotes(store.notes());
        notes.all().forEach(stored -> add(stored.definition(), stored.progress()));
    }

    private PersistentStream add(CreateStreamRequest definition, Progress progress) {
        var stream = new PersistentStream(definition, progress, store, readers, notes);
        streams.put(definition.getStreamId(), stream);
        return stream;
    }

    /** Creates a stream where there is none of its id. */
    synchronized CompletableFuture<CreateResult> create(CreateStreamRequest wanted) {
        if (streams.containsKey(wanted.getStreamId())) {
            return CompletableFuture.completedFuture(CreateResult.already_exists);
        }
        var definition = checked(wanted);
        var properties = definition.getInitializationProperties();
        var initial = properties.getInitialPosition();
        var progress = Progress.at(initial == HEAD ? store.lastToken() : initial - 1, properties.getSegments());
        var stream = add(definition, progress);
        return notes.write(definition, progress)
                .whenComplete((written, failure) -> {
                    if (failure != null) {
                        forget(definition.getStreamId(), stream);
                    }
                })
                .thenApply(written -> CreateResult.created);
    }

    private synchronized void forget(String id, PersistentStream stream) {
        streams.remove(id, stream);
    }

    private static CreateStreamRequest checked(CreateStreamRequest wanted) {
        var properties = wanted.getInitializationProperties();
        if (wanted.getStreamId().isEmpty()) {
            throw invalid("A persistent stream needs an id");
        }
        if (properties.getInitialPosition() < 0 && properties.getInitialPosition() != HEAD) {
            throw invalid("A persistent stream cannot start at " + properties.getInitialPosition());
        }
        var segments = checkedSegments(Math.max(1, properties.getSegments()));
        Sequencing.of(properties.getSequencingPolicy());
        EventFilter.of(properties.getFilter());
        return wanted.toBuilder()
                .setInitializationProperties(properties.toBuilder().setSegments(segments))
                .build();
    }

    private static int checkedSegments(int segments) {
        if (segments < 1 || segments > MOST_SEGMENTS) {
            throw invalid("A persistent stream has 1 to %d segments, not %d".formatted(MOST_SEGMENTS, segments));
        }
        return segments;
    }

    private static RuntimeException invalid(String text) {
        return Status.INVALID_ARGUMENT.withDescription(text).asRuntimeException();
    }

    /** Finds a stream, or creates it where the request says how. */
    synchronized CompletableFuture<PersistentStream> open(Open open) {
        var id = open.getStreamId();
        if (streams.containsKey(id) || !open.hasInitializationProperties()) {
            return CompletableFuture.completedFuture(find(id));
        }
        return create(CreateStreamRequest.newBuilder()
                        .setStreamId(id)
                        .setInitializationProperties(open.getInitializationProperties())
                        .build())
                .thenApply(created -> find(id));
    }

    private synchronized PersistentStream find(String id) {
        var stream = streams.get(id);
        if (stream == null) {
            throw Status.NOT_FOUND
                    .withDescription("There is no persistent stream " + id)
                    .asRuntimeException();
        }
        return stream;
    }

    /** Renames a stream or changes the number of its segments; empty and 0 leave as it is. */
    CompletableFuture<Boolean> update(String id, String name, int segments) {
        var stream = find(id);
        var renamed = name.isEmpty() ? CompletableFuture.completedFuture(true) : stream.rename(name);
        if (segments == 0) {
            return renamed;
        }
        var wanted = checkedSegments(segments);
        return renamed.thenCompose(done -> stream.spread(wanted));
    }

    CompletableFuture<Boolean> reset(String id, long position) {
        return find(id).reset(position);
    }

    /** Deletes a stream with its progress, if there is one; its clients' connections end. */
    synchronized CompletableFuture<Boolean> delete(String id) {
        var stream = streams.remove(id);
        if (stream == null) {
            return CompletableFuture.completedFuture(false);
        }
        stream.delete();
        return notes.remove(id);
    }

    synchronized List<StreamStatus> list() {
        return streams.values().stream().map(PersistentStream::status).toList();
    }

    EventStore store() {
        return store;
    }

    Executor readers() {
        return readers;
    }
}
