package io.voltledger.node.wire;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All long-lived streams of a context, so that a client's streams, or all of them, can be ended. */
public final class Streams {

    private final Set<OutboundStream<?>> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Supplier<StatusRuntimeException> over;

    /** Takes on a stream; to be called while its call is being set up. */
    public <T> OutboundStream<T> register(StreamObserver<T> observer) {
        if (!(observer instanceof ServerCallStreamObserver<T> call)) {
            throw new IllegalArgumentException("Not a server call: " + observer);
        }
        var stream = new OutboundStream<>(call, open::remove);
        open.add(stream);
        if (over instanceof Supplier<StatusRuntimeException> cause) {
            stream.fail(cause.get());
        }
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
        end(() ->
                Status.UNAVAILABLE.withDescription("The node is shutting down").asRuntimeException());
    }

    /** Ends all streams, and every one that is still to come, with a failure that clients see. */
    public void end(Supplier<StatusRuntimeException> cause) {
        over = cause;
        open.forEach(stream -> stream.fail(cause.get()));
    }

    public int count() {
        return open.size();
    }
}
