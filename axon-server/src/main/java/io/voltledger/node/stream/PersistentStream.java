package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.streams.CreateStreamRequest;
import io.axoniq.axonserver.grpc.streams.SegmentPosition;
import io.axoniq.axonserver.grpc.streams.StreamStatus;
import io.voltledger.node.store.EventStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One persistent stream: its progress, its clients and what goes to each of them. A segment goes to one client at a time. When it is to go to another,
 * or the stream is changed, it is closed first and its client has five seconds to acknowledge what it has done.
 */
final class PersistentStream {

    /** What a client acknowledges when it has done everything of a closed segment. */
    static final long DONE = -45;

    private static final Logger log = LoggerFactory.getLogger(PersistentStream.class);
    private static final int CLOSE_SECONDS = 5;
    /** Tokens that a segment passes over before that is written down. */
    private static final int MOST_UNSAVED = 1000;

    private final EventStore store;
    private final Executor readers;
    private final StreamNotes notes;
    private final List<Consumer> consumers = new ArrayList<>();
    private final Map<Integer, Delivery> deliveries = new HashMap<>();
    private final SegmentErrors errors = new SegmentErrors(this::balance);
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Saving saving;
    private CreateStreamRequest definition;
    private Progress progress;
    private boolean changing;
    private boolean deleted;

    /** Another definition or progress, once nothing is under way, and who waits for it. */
    private record Change(
            UnaryOperator<CreateStreamRequest> definition,
            UnaryOperator<Progress> progress,
            CompletableFuture<Boolean> done) {}

    PersistentStream(
            CreateStreamRequest definition, Progress progress, EventStore store, Executor readers, StreamNotes notes) {
        this.definition = definition;
        this.progress = progress;
        this.store = store;
        this.readers = readers;
        this.notes = notes;
        saving = new Saving(bytes -> notes.write(definition.getStreamId(), bytes));
    }

    synchronized StreamStatus status() {
        var properties = definition.getInitializationProperties();
        var status = StreamStatus.newBuilder()
                .setStreamId(definition.getStreamId())
                .setStreamName(properties.getStreamName())
                .setSequencingPolicy(properties.getSequencingPolicy())
                .setFilter(properties.getFilter());
        for (var segment = 0; segment < progress.segments(); segment++) {
            var delivery = deliveries.get(segment);
            status.addSegments(SegmentPosition.newBuilder()
                    .setSegment(segment)
                    .setPosition(progress.position(segment))
                    .setClientId(delivery == null ? "" : delivery.consumer().clientId())
                    .setError(errors.of(segment)));
        }
        return status.build();
    }

    synchronized void join(Consumer consumer) {
        if (deleted) {
            consumer.complete();
            return;
        }
        consumers.add(consumer);
        balance();
    }

    synchronized void leave(Consumer consumer) {
        consumers.remove(consumer);
        deliveries.values().removeIf(delivery -> {
            var its = delivery.consumer() == consumer;
            if (its) {
                delivery.stop();
            }
            return its;
        });
        balance();
    }

    synchronized void request(Consumer consumer, int segment, int more) {
        if (isAt(consumer, segment)) {
            delivery(segment).request(more);
        }
    }

    /** The client can take more. */
    synchronized void ready(Consumer consumer) {
        deliveries.values().stream()
                .filter(delivery -> delivery.consumer() == consumer)
                .forEach(Delivery::goOn);
    }

    synchronized void acknowledge(Consumer consumer, int segment, long position) {
        if (!isAt(consumer, segment)) {
            return;
        }
        var delivery = delivery(segment);
        if (position == DONE) {
            done(delivery);
        } else if (!delivery.hasFailed() && progress.advance(segment, Math.min(position, delivery.lastSent()))) {
            errors.forget(segment);
            saving.save(progress.toBytes());
        }
    }

    /** A client that closes a segment of its own accord is about to leave, and gets no other. */
    private void done(Delivery delivery) {
        if (delivery.isOpen()) {
            delivery.stop();
            consumers.remove(delivery.consumer());
        }
        finish(delivery);
    }

    /** A client could not handle what it got: the segment starts again at its last acknowledgement, after a while. */
    synchronized void fail(Consumer consumer, int segment, String error) {
        if (isAt(consumer, segment) && delivery(segment).isOpen()) {
            log.warn(
                    "{} failed in segment {} of {}: {}", consumer.clientId(), segment, definition.getStreamId(), error);
            errors.hold(segment, error);
            delivery(segment).failed();
            close(delivery(segment));
        }
    }

    private boolean isAt(Consumer consumer, int segment) {
        var delivery = deliveries.get(segment);
        return delivery != null && delivery.consumer() == consumer;
    }

    private Delivery delivery(int segment) {
        return java.util.Objects.requireNonNull(deliveries.get(segment));
    }

    private synchronized void passed(Delivery delivery, long token) {
        var segment = delivery.segment();
        var outstanding = delivery.lastSent() > progress.position(segment);
        if (deliveries.get(segment) != delivery || !delivery.isOpen() || outstanding) {
            return;
        }
        var before = progress.position(segment);
        if (progress.advance(segment, token) && token / MOST_UNSAVED > before / MOST_UNSAVED) {
            saving.save(progress.toBytes());
        }
    }

    CompletableFuture<Boolean> rename(String name) {
        return change(
                old -> old.toBuilder()
                        .setInitializationProperties(
                                old.getInitializationProperties().toBuilder().setStreamName(name))
                        .build(),
                UnaryOperator.identity());
    }

    CompletableFuture<Boolean> spread(int segments) {
        return change(
                old -> old.toBuilder()
                        .setInitializationProperties(
                                old.getInitializationProperties().toBuilder().setSegments(segments))
                        .build(),
                old -> old.segments() == segments ? old : old.spread(segments));
    }

    /** Goes on after another position; what was done before is sent again, marked as such. */
    CompletableFuture<Boolean> reset(long position) {
        return change(UnaryOperator.identity(), old -> old.reset(position));
    }

    private synchronized CompletableFuture<Boolean> change(
            UnaryOperator<CreateStreamRequest> definition, UnaryOperator<Progress> progress) {
        var change = new Change(definition, progress, new CompletableFuture<>());
        changes.add(change);
        balance();
        return change.done();
    }

    /** Ends the streams of all clients. */
    synchronized void delete() {
        deleted = true;
        saving.forget();
        List.copyOf(deliveries.values()).forEach(Delivery::stop);
        deliveries.clear();
        List.copyOf(consumers).forEach(Consumer::complete);
        consumers.clear();
    }

    /** Brings segments and clients into order: what is to change is closed, what is free goes to the client that has least. */
    private synchronized void balance() {
        if (changing || deleted) {
            return;
        }
        if (!changes.isEmpty()) {
            openDeliveries().forEach(this::close);
            if (deliveries.isEmpty()) {
                apply(changes.remove());
            }
            return;
        }
        Shares.tooMany(consumers, openDeliveries(), progress.segments()).forEach(this::close);
        for (var segment = 0; segment < progress.segments() && !consumers.isEmpty(); segment++) {
            if (!deliveries.containsKey(segment) && !errors.isHeld(segment)) {
                open(segment, Shares.least(consumers, openDeliveries()));
            }
        }
    }

    private Collection<Delivery> openDeliveries() {
        return deliveries.values().stream().filter(Delivery::isOpen).toList();
    }

    private void open(int segment, Consumer consumer) {
        var selection = new Selection(definition.getInitializationProperties(), progress, segment);
        var position = progress.position(segment);
        var delivery = new Delivery(segment, consumer, selection, store, readers, position, this::passed);
        deliveries.put(segment, delivery);
        delivery.start();
    }

    private void close(Delivery delivery) {
        delivery.close();
        CompletableFuture.delayedExecutor(CLOSE_SECONDS, TimeUnit.SECONDS).execute(() -> finish(delivery));
    }

    private synchronized void finish(Delivery delivery) {
        if (deliveries.remove(delivery.segment(), delivery)) {
            balance();
        }
    }

    private void apply(Change change) {
        changing = true;
        saving.forget();
        definition = change.definition().apply(definition);
        progress = change.progress().apply(progress);
        notes.write(definition, progress).whenComplete((written, failure) -> applied(change, failure));
    }

    private void applied(Change change, @org.jspecify.annotations.Nullable Throwable failure) {
        synchronized (this) {
            changing = false;
            balance();
        }
        if (failure == null) {
            change.done().complete(true);
        } else {
            change.done().completeExceptionally(failure);
        }
    }
}
