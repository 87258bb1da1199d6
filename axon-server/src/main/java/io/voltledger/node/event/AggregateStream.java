package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.AggregateCursor;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.Pump;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Sends one aggregate's history, starting with its last snapshot if that is wanted, as fast as the client takes it. */
final class AggregateStream {

    private static final int CHUNK = 128;
    private static final int READY_BYTES = 256 * 1024;

    private final EventStore store;
    private final GetAggregateEventsRequest request;
    private final ServerCallStreamObserver<byte[]> client;
    private final Pump pump;
    private @Nullable AggregateCursor cursor;
    private boolean over;

    AggregateStream(
            EventStore store, Executor readers, GetAggregateEventsRequest request, StreamObserver<byte[]> client) {
        this.store = store;
        this.request = request;
        this.client = (ServerCallStreamObserver<byte[]>) client;
        pump = new Pump(readers, this::run);
    }

    void start() {
        client.setOnReadyThreshold(READY_BYTES);
        client.setOnReadyHandler(pump::signal);
        client.setOnCancelHandler(pump::signal);
        pump.signal();
    }

    private void run() {
        try {
            var events = cursor == null ? open() : cursor;
            cursor = events;
            while (!over && client.isReady()) {
                events.next(CHUNK).forEach(client::onNext);
                if (events.finished()) {
                    over = true;
                    client.onCompleted();
                }
            }
        } catch (RuntimeException e) {
            over = true;
            client.onError(Failures.toStatus(e));
        }
    }

    private AggregateCursor open() {
        var aggregate = request.getAggregateId();
        var end = request.getMaxSequence() > 0 ? request.getMaxSequence() : Long.MAX_VALUE;
        var from = request.getInitialSequence();
        if (request.getAllowSnapshots()) {
            var snapshot =
                    store.lastSnapshot(aggregate).filter(last -> last.sequence() >= from && last.sequence() < end);
            if (snapshot.isPresent()) {
                client.onNext(snapshot.get().bytes());
                return store.readAggregate(aggregate, snapshot.get().sequence() + 1, end);
            }
        }
        return store.readAggregate(aggregate, from, end);
    }
}
