package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventRecord;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of one transaction: they gather until the client half-closes, which commits; a cancelled call leaves nothing. As they wait in memory there is
 * a limit to them, so that no client can take the node's memory from all others.
 */
final class AppendTransaction implements StreamObserver<EventRecord> {

    private static final long MOST_BYTES = 64L << 20;

    private final EventStore store;
    private final StreamObserver<Confirmation> client;
    private final Confirmation confirmed;
    private List<EventRecord> events = List.of();
    private long bytes;
    private boolean refused;

    AppendTransaction(EventStore store, StreamObserver<Confirmation> client, Confirmation confirmed) {
        this.store = store;
        this.client = client;
        this.confirmed = confirmed;
    }

    @Override
    public void onNext(EventRecord event) {
        bytes += event.bytes().length;
        if (refused) {
            return;
        }
        if (bytes > MOST_BYTES) {
            refuse();
        } else {
            add(event);
        }
    }

    private void refuse() {
        refused = true;
        events = List.of();
        var text = "A transaction has at most %d MB; nothing of this one is stored".formatted(MOST_BYTES >> 20);
        client.onError(ErrorCode.INVALID_PAYLOAD.failure(text));
    }

    private void add(EventRecord event) {
        if (events.isEmpty()) {
            events = List.of(event);
        } else {
            if (events.size() == 1) {
                events = new ArrayList<>(events);
            }
            events.add(event);
        }
    }

    @Override
    public void onCompleted() {
        if (refused) {
            return;
        }
        if (events.isEmpty()) {
            Answers.give(client, confirmed, null);
        } else {
            store.append(events).whenComplete((token, failure) -> Answers.give(client, confirmed, failure));
        }
    }

    @Override
    public void onError(Throwable cause) {
        events = List.of();
    }
}
