package io.voltledger.node.adhoc;

import io.axoniq.axonserver.grpc.event.QueryEventsRequest;
import io.axoniq.axonserver.grpc.event.QueryEventsResponse;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.OutboundStream;
import io.voltledger.node.wire.Pump;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One query of a client. Its first request says what is asked, every request brings permits, one for each row. The columns come first, then the rows
 * of the past, then word that the past is complete; a live query goes on with what is new until the client ends it.
 */
public final class EventQuery implements StreamObserver<QueryEventsRequest> {

    private static final int CHUNK = 256;
    private static final int ROUNDS = 16;
    private static final int READY_BYTES = 1 << 20;

    private final Function<String, EventStore> stores;
    private final OutboundStream<QueryEventsResponse> client;
    private final Clock clock;
    private final Pump pump;
    private final AtomicLong permits = new AtomicLong();
    private final Queue<QueryEventsResponse> waiting = new ArrayDeque<>();
    private volatile @Nullable Running running;

    /** @param stores finds the store of the context that a request names; of the call's own where the name is empty */
    public EventQuery(
            Function<String, EventStore> stores,
            Executor readers,
            OutboundStream<QueryEventsResponse> client,
            Clock clock) {
        this.stores = stores;
        this.client = client;
        this.clock = clock;
        pump = new Pump(readers, this::run);
        client.onReady(READY_BYTES, pump::signal);
    }

    @Override
    public void onNext(QueryEventsRequest request) {
        try {
            if (running == null) {
                running = new Running(request);
            }
            permits.addAndGet(request.getNumberOfPermits());
            pump.signal();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException cause) {
        client.fail(
                cause instanceof QueryFault fault
                        ? ErrorCode.INVALID_QUERY.failure(String.valueOf(fault.getMessage()))
                        : Failures.toStatus(cause));
    }

    private void run() {
        var query = running;
        if (query == null) {
            return;
        }
        try {
            send();
            for (var round = 0; round < ROUNDS && waiting.isEmpty() && query.advance(); round++) {
                send();
            }
            if (waiting.isEmpty() && query.hasMore()) {
                pump.signal();
            } else if (waiting.isEmpty() && query.isOver()) {
                client.complete();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void send() {
        while (client.isReady() && waiting.peek() instanceof QueryEventsResponse response) {
            if (response.hasRow() && permits.get() <= 0) {
                return;
            }
            if (response.hasRow()) {
                permits.decrementAndGet();
            }
            client.send(waiting.remove());
        }
    }

    @Override
    public void onCompleted() {
        client.complete();
    }

    @Override
    public void onError(Throwable cause) {
        client.ended();
    }

    /** The query's way through the store. */
    private final class Running {
        private final Source source;
        private final Stage pipeline;
        private final boolean live;
        private final long since;
        private boolean caughtUp;

        Running(QueryEventsRequest request) {
            var query = PipelineParser.parse(request.getQuery());
            var store = stores.apply(request.getContextName());
            var columns = query.columns();
            since = query.window().map(this::begin).orElse(Long.MIN_VALUE);
            source = request.getQuerySnapshots() ? Source.snapshots(store) : Source.events(store, range(query, store));
            pipeline = Stage.of(query.steps(), row -> waiting.add(Rows.row(columns, row)));
            live = request.getLiveEvents() && source.grows();
            waiting.add(Rows.columns(columns));
            if (live) {
                client.onEnd(store.onNewEvents(pump::signal));
            }
        }

        private long begin(Duration window) {
            return clock.millis() - window.toMillis();
        }

        private Range range(Query query, EventStore store) {
            var range = Range.of(query.steps());
            return since == Long.MIN_VALUE ? range : range.from(store.tokenAt(since));
        }

        /** Reads on; false when there is nothing to do for now. */
        boolean advance() {
            if (!hasMore()) {
                return false;
            }
            if (source.atEnd() || pipeline.isFull()) {
                caughtUp = true;
                pipeline.caughtUp();
                waiting.add(Rows.CAUGHT_UP);
                return true;
            }
            for (var row : source.next(CHUNK)) {
                if (row instanceof EventRow event && event.event().getTimestamp() >= since) {
                    pipeline.row(row);
                }
            }
            return true;
        }

        boolean hasMore() {
            return !caughtUp || live && source.grows() && !source.atEnd() && !pipeline.isFull();
        }

        boolean isOver() {
            return caughtUp && (!live || !source.grows() || pipeline.isFull());
        }
    }
}
