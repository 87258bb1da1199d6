package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.PayloadDescription;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.LogCursor;
import io.voltledger.node.store.StoredEvent;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.OutboundStream;
import io.voltledger.node.wire.Pump;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The log of a context as an endless stream. Its first request says where it starts; every request brings permits and types that the client does not
 * care for. At the head it waits for new events. It ends when the client ends it.
 */
final class GlobalStream implements StreamObserver<GetEventsRequest> {

    private static final int CHUNK = 512;
    private static final int ROUNDS = 8;
    private static final int READY_BYTES = 1 << 20;
    /** A client that skips everything still hears how far the log has come. */
    private static final int MOST_SKIPPED = 1000;

    private final EventStore store;
    private final OutboundStream<StoredEvent> client;
    private final Pump pump;
    private final AtomicLong permits = new AtomicLong();
    private final Set<PayloadDescription> skippedTypes = ConcurrentHashMap.newKeySet();
    private final Runnable stopListening;
    private volatile @Nullable LogCursor cursor;
    private int skipped;

    GlobalStream(EventStore store, Executor readers, OutboundStream<StoredEvent> client) {
        this.store = store;
        this.client = client;
        pump = new Pump(readers, this::run);
        stopListening = store.onNewEvents(pump::signal);
        client.onEnd(stopListening);
        client.onReady(READY_BYTES, pump::signal);
    }

    @Override
    public void onNext(GetEventsRequest request) {
        skippedTypes.addAll(request.getBlacklistList());
        if (cursor == null) {
            client.name(request.getClientId());
            cursor = store.readLog(request.getTrackingToken());
        }
        permits.addAndGet(request.getNumberOfPermits());
        pump.signal();
    }

    private void run() {
        var events = cursor;
        if (events == null) {
            return;
        }
        try {
            for (var round = 0; round < ROUNDS && mayGoOn(events); round++) {
                events.next((int) Math.min(CHUNK, permits.get())).forEach(this::offer);
            }
            if (mayGoOn(events)) {
                pump.signal();
            }
        } catch (RuntimeException e) {
            client.fail(Failures.toStatus(e));
        }
    }

    private boolean mayGoOn(LogCursor events) {
        return permits.get() > 0 && !events.atHead() && client.isReady();
    }

    private void offer(StoredEvent event) {
        if (isUnwanted(event) && ++skipped < MOST_SKIPPED) {
            return;
        }
        skipped = 0;
        permits.decrementAndGet();
        client.send(event);
    }

    private boolean isUnwanted(StoredEvent event) {
        return !skippedTypes.isEmpty() && skippedTypes.contains(PayloadTypes.of(event.bytes()));
    }

    @Override
    public void onCompleted() {
        client.complete();
    }

    @Override
    public void onError(Throwable cause) {
        client.ended();
    }
}
