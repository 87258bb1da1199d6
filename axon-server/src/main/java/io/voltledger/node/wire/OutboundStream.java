package io.voltledger.node.wire;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Consumer;

/** The sending half of a long-lived stream: many threads may send, it ends once, and what must happen then happens once. */
public final class OutboundStream<T> {

    private final ServerCallStreamObserver<T> call;
    private final Consumer<OutboundStream<?>> gone;
    private volatile Runnable end = () -> {};
    private volatile String client = "";
    private boolean over;

    OutboundStream(ServerCallStreamObserver<T> call, Consumer<OutboundStream<?>> gone) {
        this.call = call;
        this.gone = gone;
        call.setOnCancelHandler(this::ended);
    }

    /** Says what is to be done when the stream has ended, whoever ended it; at once where it has. */
    public void onEnd(Runnable action) {
        end = action;
        if (isOver()) {
            action.run();
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** Says what is to be done when the client can take more; to be called while the call is being set up. */
    public void onReady(int bytes, Runnable action) {
        call.setOnReadyThreshold(bytes);
        call.setOnReadyHandler(action);
    }

    /** Whether the client takes more now, rather than having it wait in memory. */
    public boolean isReady() {
        return call.isReady() && !call.isCancelled();
    }

    /** Says whose stream it is. */
    public void name(String clientId) {
        client = clientId;
    }

    public String client() {
        return client;
    }

    public synchronized void send(T message) {
        if (!over && !call.isCancelled()) {
            call.onNext(message);
        }
    }

    /** The other side has finished: so does this one. */
    public void complete() {
        if (finish()) {
            call.onCompleted();
            end.run();
        }
    }

    /** Ends the stream with a failure that the client sees. */
    public void fail(StatusRuntimeException cause) {
        if (finish()) {
            call.onError(cause);
            end.run();
        }
    }

    /** The connection is gone. */
    public void ended() {
        if (finish()) {
            end.run();
        }
    }

    private synchronized boolean finish() {
        var first = !over;
        over = true;
        gone.accept(this);
        return first;
    }
}
