package io.voltledger.node.access;

import io.grpc.ServerCall;

/** The handler's side of an open call. Callbacks come one at a time, and none after the end. */
final class AdmittedListener<Q> extends ServerCall.Listener<Q> {

    private final ServerCall.Listener<Q> handler;
    private final Runnable gone;
    private boolean over;

    AdmittedListener(ServerCall.Listener<Q> handler, Runnable gone) {
        this.handler = handler;
        this.gone = gone;
    }

    /** For the handler it is as if the client had gone away. */
    synchronized void end() {
        if (!over) {
            over = true;
            handler.onCancel();
        }
    }

    @Override
    public synchronized void onMessage(Q message) {
        if (!over) {
            handler.onMessage(message);
        }
    }

    @Override
    public synchronized void onHalfClose() {
        if (!over) {
            handler.onHalfClose();
        }
    }

    @Override
    public synchronized void onReady() {
        if (!over) {
            handler.onReady();
        }
    }

    @Override
    public void onCancel() {
        gone.run();
        end();
    }

    @Override
    public synchronized void onComplete() {
        gone.run();
        if (!over) {
            over = true;
            handler.onComplete();
        }
    }
}
