package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.Outbox;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A subscription query: every handler of the query takes part, also one that comes later. What they send goes to the subscriber while it has permits
 * and waits otherwise. At its end every handler is told.
 */
final class ActiveSubscription {

    private final SubscriptionQuery subscription;
    private final SubscriberOutbox subscriber;
    private final Set<QueryHandler> handlers = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    ActiveSubscription(SubscriptionQuery subscription, SubscriberOutbox subscriber) {
        this.subscription = subscription;
        this.subscriber = subscriber;
    }

    String id() {
        return subscription.getSubscriptionIdentifier();
    }

    String query() {
        return subscription.getQueryRequest().getQuery();
    }

    void join(QueryHandler handler) {
        if (!over && handlers.add(handler)) {
            handler.steer(SubscriptionQueryRequest.newBuilder()
                    .setSubscribe(subscription)
                    .build());
        }
    }

    void leave(QueryHandler handler) {
        handlers.remove(handler);
    }

    void askInitialResult(QueryRequest request) {
        if (handlers.isEmpty()) {
            answer(Responses.noHandler(request.getMessageIdentifier(), query()));
        }
        var message = QueryProviderInbound.newBuilder()
                .setSubscriptionQueryRequest(SubscriptionQueryRequest.newBuilder()
                        .setGetInitialResult(SubscriptionQuery.newBuilder()
                                .setSubscriptionIdentifier(id())
                                .setQueryRequest(request)))
                .build();
        var pending = new PendingQuery(message, Instructions.priority(request), () -> !over, () -> {});
        handlers.forEach(handler -> {
            if (handler.outbox().offer(pending) == Outbox.Offer.FULL) {
                var text = "Too many queries are waiting for client " + handler.clientId();
                answer(Responses.failure(request.getMessageIdentifier(), ErrorCode.TOO_MANY_REQUESTS, text));
            }
        });
    }

    private void answer(QueryResponse initialResult) {
        respond(SubscriptionQueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setSubscriptionIdentifier(id())
                .setInitialResult(initialResult)
                .build());
    }

    void respond(SubscriptionQueryResponse response) {
        if (!over) {
            subscriber.offer(response);
        }
    }

    void end() {
        over = true;
        var unsubscribe = SubscriptionQueryRequest.newBuilder()
                .setUnsubscribe(subscription)
                .build();
        handlers.forEach(handler -> handler.steer(unsubscribe));
        handlers.clear();
    }
}
