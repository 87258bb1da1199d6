package io.voltledger.node;

import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.connector.ReplyChannel;
import io.axoniq.axonserver.connector.query.QueryHandler;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryUpdate;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers the initial result and keeps the channels for updates. */
final class Publisher implements QueryHandler {
    final List<UpdateHandler> subscribers = new CopyOnWriteArrayList<>();
    final AtomicBoolean unsubscribed = new AtomicBoolean();

    @Override
    public void handle(QueryRequest request, ReplyChannel<QueryResponse> reply) {
        reply.send(QueryCalls.response(request, "initial"));
        reply.complete();
    }

    @Override
    public Registration registerSubscriptionQuery(SubscriptionQuery query, UpdateHandler updates) {
        subscribers.add(updates);
        return () -> {
            unsubscribed.set(true);
            subscribers.remove(updates);
            return CompletableFuture.runAsync(() -> {});
        };
    }

    void publish(String text) {
        subscribers.forEach(subscriber -> subscriber.sendUpdate(
                QueryUpdate.newBuilder().setPayload(QueryCalls.object(text)).build()));
    }
}
