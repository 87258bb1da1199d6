package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.grpc.stub.ServerCallStreamObserver;

/** Who asked a query: answers go there one after another, and it ends once. */
final class Asker {

    private final ServerCallStreamObserver<QueryResponse> call;
    private boolean over;

    Asker(ServerCallStreamObserver<QueryResponse> call) {
        this.call = call;
    }

    synchronized void send(QueryResponse response) {
        if (isWaiting()) {
            call.onNext(response);
        }
    }

    synchronized void complete() {
        if (isWaiting()) {
            call.onCompleted();
        }
        over = true;
    }

    synchronized boolean isWaiting() {
        return !over && !call.isCancelled();
    }

    boolean isReady() {
        return call.isReady();
    }
}
