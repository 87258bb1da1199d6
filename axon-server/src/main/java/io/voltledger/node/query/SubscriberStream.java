package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.OutboundStream;
import org.jspecify.annotations.Nullable;

/** The server's end of a subscriber's stream: one subscription query. */
final class SubscriberStream implements StreamObserver<SubscriptionQueryRequest> {

    private final QueryRouter router;
    private final OutboundStream<SubscriptionQueryResponse> outbound;
    private final SubscriberOutbox outbox;
    private volatile @Nullable ActiveSubscription subscription;

    SubscriberStream(QueryRouter router, OutboundStream<SubscriptionQueryResponse> outbound) {
        this.router = router;
        this.outbound = outbound;
        outbox = new SubscriberOutbox(outbound);
        outbound.onEnd(this::end);
    }

    @Override
    public void onNext(SubscriptionQueryRequest message) {
        switch (message.getRequestCase()) {
            case SUBSCRIBE -> subscribe(message.getSubscribe());
            case UNSUBSCRIBE -> end();
            case GET_INITIAL_RESULT -> askInitialResult(message.getGetInitialResult());
            case FLOW_CONTROL -> outbox.permit(message.getFlowControl().getNumberOfPermits());
            case REQUEST_NOT_SET -> {}
        }
    }

    private void subscribe(SubscriptionQuery request) {
        if (subscription != null) {
            return;
        }
        outbound.name(request.getQueryRequest().getClientId());
        outbox.permit(request.getNumberOfPermits());
        var opened = new ActiveSubscription(request, outbox);
        subscription = opened;
        if (!router.open(opened)) {
            var text = "A subscription with identifier %s is open already".formatted(opened.id());
            outbound.fail(ErrorCode.DUPLICATE_QUERY.failure(text));
        }
    }

    private void askInitialResult(SubscriptionQuery request) {
        var open = subscription;
        if (open == null) {
            subscribe(request);
            open = subscription;
        }
        if (open != null) {
            open.askInitialResult(request.getQueryRequest());
        }
    }

    private void end() {
        var open = subscription;
        if (open != null) {
            router.close(open);
        }
    }

    @Override
    public void onError(Throwable cause) {
        outbound.ended();
    }

    @Override
    public void onCompleted() {
        outbound.complete();
    }
}
