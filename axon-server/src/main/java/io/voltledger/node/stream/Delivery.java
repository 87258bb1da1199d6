package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.streams.OpenSegment;
import io.axoniq.axonserver.grpc.streams.PersistentStreamEvent;
import io.axoniq.axonserver.grpc.streams.StreamSignal;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.LogCursor;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.Pump;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** One segment on its way to one client, from its opening to its closing. It sends as many events as the client has asked for. */
final class Delivery {

    /** Hears up to which token nothing was for a delivery's segment. */
    interface Passed {
        void upTo(Delivery delivery, long token);
    }

    private static final int CHUNK = 256;
    private static final int ROUNDS = 8;

    private final int segment;
    private final Consumer consumer;
    private final Selection selection;
    private final LogCursor events;
    private final Pump pump;
    private final AtomicLong permits = new AtomicLong();
    private final Deque<PersistentStreamEvent> waiting = new ArrayDeque<>();
    private final Runnable stopListening;
    private final Passed passed;
    private volatile boolean open = true;
    private volatile long lastSent;
    private volatile boolean failed;

    /** Starts after a token. */
    Delivery(
            int segment,
            Consumer consumer,
            Selection selection,
            EventStore store,
            Executor readers,
            long after,
            Passed passed) {
        this.segment = segment;
        this.consumer = consumer;
        this.selection = selection;
        this.passed = passed;
        lastSent = after;
        events = store.readLog(after + 1);
        pump = new Pump(readers, this::run);
        stopListening = store.onNewEvents(pump::signal);
    }

    int segment() {
        return segment;
    }

    Consumer consumer() {
        return consumer;
    }

    boolean isOpen() {
        return open;
    }

    /** The client could not handle it, so what it acknowledges counts no more. */
    void failed() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Token of the newest event that was sent. */
    long lastSent() {
        return lastSent;
    }

    synchronized void start() {
        consumer.send(signal().setOpen(OpenSegment.getDefaultInstance()).build());
    }

    void request(int more) {
        permits.addAndGet(more);
        pump.signal();
    }

    void goOn() {
        pump.signal();
    }

    /** Sends nothing any more, and tells the client so, which then says when it has done what it has. */
    synchronized void close() {
        stop();
        consumer.send(signal().setClosed(true).build());
    }

    /** Sends nothing any more. */
    synchronized void stop() {
        open = false;
        stopListening.run();
    }

    private StreamSignal.Builder signal() {
        return StreamSignal.newBuilder().setSegment(segment);
    }

    private void run() {
        try {
            for (var round = 0; round < ROUNDS; round++) {
                sendWaiting();
                if (!mayGoOn() || events.atHead()) {
                    return;
                }
                read();
            }
            pump.signal();
        } catch (RuntimeException e) {
            consumer.fail(Failures.toStatus(e));
        }
    }

    private boolean mayGoOn() {
        return open && permits.get() > 0 && waiting.isEmpty() && consumer.isReady();
    }

    private void read() {
        var read = events.next(CHUNK);
        read.forEach(stored -> selection.pick(stored).ifPresent(waiting::add));
        if (waiting.isEmpty() && !read.isEmpty()) {
            passed.upTo(this, read.getLast().token());
        }
    }

    private void sendWaiting() {
        while (!waiting.isEmpty() && permits.get() > 0 && consumer.isReady() && send(waiting.getFirst())) {
            waiting.removeFirst();
            permits.decrementAndGet();
        }
    }

    private synchronized boolean send(PersistentStreamEvent event) {
        if (open) {
            lastSent = event.getEvent().getToken();
            consumer.send(signal().setEvent(event).build());
        }
        return open;
    }
}
