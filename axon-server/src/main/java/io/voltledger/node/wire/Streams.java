package io.voltledger.node.wire;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All long-lived streams of the node, so that a client's streams, or all of them, can be ended. */
public final class Streams {

    private final Set<OutboundStream<?>> open = ConcurrentHashMap.newKeySet();

    /** Takes on a stream; to be called while its call is being set up. */
    public <T> OutboundStream<T> register(StreamObserver<T> observer) {
        if (!(observer instanceof ServerCallStreamObserver<T> call)) {
            throw new IllegalArgumentException("Not a server call: " + observer);
        }
        var stream = new OutboundStream<>(call, open::remove);
        open.add(stream);
        return stream;
    }

    /** Ends the streams of a client that does not answer any more. */
    public void drop(String client) {
        var failure = Status.CANCELLED.withDescription("No heartbeat from " + client);
        open.stream()
                .filter(stream -> stream.client().equals(client))
                .forEach(stream -> stream.fail(failure.asRuntimeException()));
    }

    /** Ends all streams because the node stops; clients will try to connect again. */
    public void shutDown() {
        var failure = Status.UNAVAILABLE.withDescription("The node is shutting down");
        open.forEach(stream -> stream.fail(failure.asRuntimeException()));
    }

    public int count() {
        return open.size();
    }
}
