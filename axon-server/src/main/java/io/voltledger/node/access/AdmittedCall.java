package io.voltledger.node.access;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open call that can be ended from outside: its client gets the failure, its handler learns of a cancellation, and what either still sends is dropped. */
final class AdmittedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private final Claim claim;
    private final Consumer<AdmittedCall<?, ?>> gone;
    private @Nullable AdmittedListener<Q> listener;
    private volatile boolean revoked;
    private boolean closed;

    AdmittedCall(ServerCall<Q, R> call, Claim claim, Consumer<AdmittedCall<?, ?>> gone) {
        super(call);
        this.claim = claim;
        this.gone = gone;
    }

    Claim claim() {
        return claim;
    }

    /** Takes the handler's listener; the answer is what the transport is to call. */
    ServerCall.Listener<Q> listener(ServerCall.Listener<Q> handler) {
        var guarded = new AdmittedListener<>(handler, () -> gone.accept(this));
        boolean late;
        synchronized (this) {
            listener = guarded;
            late = revoked;
        }
        if (late) {
            guarded.end();
        }
        return guarded;
    }

    /** Tells the handler first: once the call is closed, the transport may report it complete, and the handler would take that for a good end. */
    void end(StatusRuntimeException failure) {
        AdmittedListener<Q> handler;
        synchronized (this) {
            if (revoked || closed) {
                return;
            }
            revoked = true;
            handler = listener;
        }
        gone.accept(this);
        try {
            if (handler != null) {
                handler.end();
            }
        } finally {
            var trailers = failure.getTrailers();
            super.close(failure.getStatus(), trailers == null ? new Metadata() : trailers);
        }
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
        if (!revoked) {
            super.sendHeaders(headers);
        }
    }

    @Override
    public synchronized void sendMessage(R message) {
        if (!revoked) {
            super.sendMessage(message);
        }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
        if (!revoked) {
            closed = true;
            super.close(status, trailers);
        }
        gone.accept(this);
    }

    @Override
    public boolean isReady() {
        return !revoked && super.isReady();
    }

    @Override
    public boolean isCancelled() {
        return revoked || super.isCancelled();
    }
}
