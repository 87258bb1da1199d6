package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.Failures;

/** Sends an aggregate's snapshots, the newest first. */
final class Snapshots {

    private Snapshots() {}

    static void send(EventStore store, GetAggregateSnapshotsRequest request, StreamObserver<byte[]> client) {
        var to = request.getMaxSequence() > 0 ? request.getMaxSequence() : Long.MAX_VALUE;
        var limit = request.getMaxResults() > 0 ? request.getMaxResults() : Integer.MAX_VALUE;
        try {
            var found = store.snapshots(request.getAggregateId(), request.getInitialSequence(), to, limit);
            found.forEach(snapshot -> client.onNext(snapshot.bytes()));
            client.onCompleted();
        } catch (RuntimeException e) {
            client.onError(Failures.toStatus(e));
        }
    }
}
