package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.voltledger.node.wire.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A subscription query: every handler of the query takes part, also one that comes later. What they send goes to the subscriber while it has permits
 * and waits otherwise. At its end every handler is told. When those that were asked for the initial result are gone and none has sent it, the subscriber
 * hears that.
 */
final class ActiveSubscription {

    private final SubscriptionQuery subscription;
    private final SubscriberOutbox subscriber;
    private final Set<QueryHandler> handlers = ConcurrentHashMap.newKeySet();
    private final Set<QueryHandler> owing = ConcurrentHashMap.newKeySet();
    private volatile boolean answered;
    private volatile String initialRequest = "";
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
        lost(handler, Responses.handlerGone(initialRequest, handler));
    }

    /** The handler does not send its initial result. */
    private void lost(QueryHandler handler, QueryResponse why) {
        if (owing.remove(handler) && owing.isEmpty() && !answered) {
            answer(why);
        }
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
        initialRequest = request.getMessageIdentifier();
        owing.addAll(handlers);
        List.copyOf(owing).forEach(handler -> ask(handler, pending));
    }

    private void ask(QueryHandler handler, PendingQuery initial) {
        switch (handler.outbox().offer(initial)) {
            case TAKEN -> {}
            case CLOSED -> lost(handler, Responses.handlerGone(initialRequest, handler));
            case FULL -> {
                var text = "Too many queries are waiting for client " + handler.clientId();
                lost(handler, Responses.failure(initialRequest, ErrorCode.TOO_MANY_REQUESTS, text));
            }
        }
    }

    private void answer(QueryResponse initialResult) {
        send(SubscriptionQueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setSubscriptionIdentifier(id())
                .setInitialResult(initialResult)
                .build());
    }

    void respond(QueryHandler handler, SubscriptionQueryResponse response) {
        if (response.hasInitialResult()) {
            answered = true;
            owing.remove(handler);
        }
        send(response);
    }

    private void send(SubscriptionQueryResponse response) {
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
