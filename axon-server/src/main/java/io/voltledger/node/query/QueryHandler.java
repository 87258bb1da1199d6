package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryFlowControl;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryReference;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.voltledger.node.wire.OutboundStream;
import io.voltledger.node.wire.Outbox;

/** One connected application's stream of queries. Queries take permits; what steers them does not. */
final class QueryHandler {

    private final String clientId;
    private final String component;
    private final OutboundStream<QueryProviderInbound> outbound;
    private final Outbox<PendingQuery> outbox;

    QueryHandler(String clientId, String component, OutboundStream<QueryProviderInbound> outbound) {
        this.clientId = clientId;
        this.component = component;
        this.outbound = outbound;
        outbox = new Outbox<>(this::send, unwanted -> {});
    }

    private void send(PendingQuery query) {
        if (!query.isStale()) {
            outbound.send(query.message());
            query.sent();
        }
    }

    String clientId() {
        return clientId;
    }

    String component() {
        return component;
    }

    Outbox<PendingQuery> outbox() {
        return outbox;
    }

    void steer(SubscriptionQueryRequest request) {
        outbound.send(QueryProviderInbound.newBuilder()
                .setSubscriptionQueryRequest(request)
                .build());
    }

    void cancel(String query) {
        outbound.send(QueryProviderInbound.newBuilder()
                .setQueryCancel(QueryReference.newBuilder().setRequestId(query))
                .build());
    }

    void permit(String query, long results) {
        outbound.send(QueryProviderInbound.newBuilder()
                .setQueryFlowControl(QueryFlowControl.newBuilder()
                        .setQueryReference(QueryReference.newBuilder().setRequestId(query))
                        .setPermits(results))
                .build());
    }
}
