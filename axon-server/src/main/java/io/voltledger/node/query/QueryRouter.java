package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.Outbox;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Routes the queries of one context to its handlers, and their answers back. */
public final class QueryRouter {

    private final QueryHandlers handlers = new QueryHandlers();
    private final Map<String, AnswerCollector> active = new ConcurrentHashMap<>();
    private final Map<String, ActiveSubscription> subscriptions = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();

    void subscribe(QueryHandler handler, String query, String result) {
        if (handlers.add(handler, query, result)) {
            subscriptions.values().stream()
                    .filter(subscription -> subscription.query().equals(query))
                    .forEach(subscription -> subscription.join(handler));
        }
    }

    void unsubscribe(QueryHandler handler, String query, String result) {
        handlers.remove(handler, query, result);
    }

    /** The handler's stream has ended: what it had not finished has failed. */
    void disconnect(QueryHandler handler) {
        handlers.remove(handler);
        handler.outbox().close();
        active.forEach((id, query) -> {
            if (query.involves(handler)) {
                query.respond(handler, Responses.handlerGone(id, handler));
                finish(handler, id);
            }
        });
        subscriptions.values().forEach(subscription -> subscription.leave(handler));
    }

    void ask(QueryRequest request, ServerCallStreamObserver<QueryResponse> call) {
        asked.increment();
        var id = request.getMessageIdentifier();
        var asker = new Asker(call);
        var chosen = handlers.onePerComponent(request.getQuery());
        if (chosen.isEmpty()) {
            refuse(asker, Responses.noHandler(id, request.getQuery()));
            return;
        }
        var streaming = Instructions.clientStreams(request);
        var query = streaming ? new StreamingQuery(id, asker, chosen) : new ActiveQuery(asker, chosen);
        if (active.putIfAbsent(id, query) != null) {
            var text = "A query with identifier %s is in progress already".formatted(id);
            refuse(asker, Responses.failure(id, ErrorCode.DUPLICATE_QUERY, text));
            return;
        }
        call.setOnCancelHandler(() -> cancel(id, query));
        if (query instanceof StreamingQuery stream) {
            call.setOnReadyHandler(stream::refill);
        }
        var passed = streaming ? Instructions.serverStreams(request) : request;
        chosen.forEach(handler -> offer(handler, passed, query));
    }

    private static void refuse(Asker asker, QueryResponse refusal) {
        asker.send(refusal);
        asker.complete();
    }

    private void cancel(String id, AnswerCollector query) {
        if (active.remove(id, query)) {
            query.cancelled();
        }
    }

    private void offer(QueryHandler handler, QueryRequest request, AnswerCollector query) {
        var id = request.getMessageIdentifier();
        var message = QueryProviderInbound.newBuilder().setQuery(request).build();
        var pending =
                new PendingQuery(message, Instructions.priority(request), query::isWanted, () -> query.sent(handler));
        var failure = failure(handler.outbox().offer(pending), id, handler);
        if (failure != null) {
            query.respond(handler, failure);
            finish(handler, id);
        }
    }

    private static @org.jspecify.annotations.Nullable QueryResponse failure(
            Outbox.Offer offer, String id, QueryHandler handler) {
        return switch (offer) {
            case TAKEN -> null;
            case CLOSED -> Responses.handlerGone(id, handler);
            case FULL ->
                Responses.failure(
                        id,
                        ErrorCode.TOO_MANY_REQUESTS,
                        "Too many queries are waiting for client " + handler.clientId());
        };
    }

    void respond(QueryHandler handler, QueryResponse response) {
        var query = active.get(response.getRequestIdentifier());
        if (query != null) {
            query.respond(handler, response);
        }
    }

    void finish(QueryHandler handler, String id) {
        var query = active.get(id);
        if (query != null && query.finish(handler)) {
            active.remove(id, query);
        }
    }

    void respond(QueryHandler handler, SubscriptionQueryResponse response) {
        var subscription = subscriptions.get(response.getSubscriptionIdentifier());
        if (subscription != null) {
            subscription.respond(handler, response);
        }
    }

    /** Starts a subscription at all handlers of its query; false when there is one of that identifier. */
    boolean open(ActiveSubscription subscription) {
        asked.increment();
        if (subscriptions.putIfAbsent(subscription.id(), subscription) != null) {
            return false;
        }
        handlers.all(subscription.query()).forEach(subscription::join);
        return true;
    }

    void close(ActiveSubscription subscription) {
        if (subscriptions.remove(subscription.id(), subscription)) {
            subscription.end();
        }
    }

    /** The queries that have a handler, each with the identifiers of the clients that handle it. */
    public SortedMap<String, Set<String>> handlers() {
        return handlers.clients();
    }

    public long asked() {
        return asked.sum();
    }

    /** Queries that are being answered. */
    public int active() {
        return active.size();
    }

    public int subscriptions() {
        return subscriptions.size();
    }
}
