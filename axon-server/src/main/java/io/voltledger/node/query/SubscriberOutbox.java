package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.OutboundStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** What goes to one subscriber. Results and updates take a permit each and wait, in order, while there is none; the end of the updates needs none. */
final class SubscriberOutbox {

    private static final int CAPACITY = 10_000;

    private final OutboundStream<SubscriptionQueryResponse> outbound;
    private final Queue<SubscriptionQueryResponse> waiting = new ArrayDeque<>();
    private long permits;

    SubscriberOutbox(OutboundStream<SubscriptionQueryResponse> outbound) {
        this.outbound = outbound;
    }

    synchronized void permit(long more) {
        permits += more;
        drain();
    }

    void offer(SubscriptionQueryResponse response) {
        if (!take(response)) {
            outbound.fail(ErrorCode.TOO_MANY_REQUESTS.failure("The subscriber does not take its updates"));
        }
    }

    private synchronized boolean take(SubscriptionQueryResponse response) {
        if (waiting.size() >= CAPACITY) {
            return false;
        }
        waiting.add(response);
        drain();
        return true;
    }

    private void drain() {
        for (var next = waiting.peek(); next != null && isSendable(next); next = waiting.peek()) {
            waiting.remove();
            outbound.send(next);
        }
    }

    private boolean isSendable(SubscriptionQueryResponse response) {
        var free = response.hasComplete() || response.hasCompleteExceptionally();
        if (free) {
            return true;
        }
        return permits > 0 && permits-- > 0;
    }
}
