package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventRecord;
import io.voltledger.node.store.EventStore;
import java.util.ArrayList;
import java.util.List;

/** Events of one transaction: they gather until the client half-closes, which commits; a cancelled call leaves nothing. */
final class AppendTransaction implements StreamObserver<EventRecord> {

    private final EventStore store;
    private final StreamObserver<Confirmation> client;
    private final Confirmation confirmed;
    private List<EventRecord> events = List.of();

    AppendTransaction(EventStore store, StreamObserver<Confirmation> client, Confirmation confirmed) {
        this.store = store;
        this.client = client;
        this.confirmed = confirmed;
    }

    @Override
    public void onNext(EventRecord event) {
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
