package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Acks;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.OutboundStream;
import org.jspecify.annotations.Nullable;

/** The server's end of a query handler's stream. It knows its client from the first message that names it. */
final class QueryHandlerStream implements StreamObserver<QueryProviderOutbound> {

    private final QueryRouter router;
    private final OutboundStream<QueryProviderInbound> outbound;
    private volatile @Nullable QueryHandler handler;
    private long earlyPermits;

    QueryHandlerStream(QueryRouter router, OutboundStream<QueryProviderInbound> outbound) {
        this.router = router;
        this.outbound = outbound;
        outbound.onEnd(this::end);
    }

    @Override
    public void onNext(QueryProviderOutbound message) {
        if (handle(message)) {
            acknowledge(message, Acks.success(message.getInstructionId()));
        } else {
            acknowledge(message, Acks.unsupported(message.getInstructionId()));
        }
    }

    private boolean handle(QueryProviderOutbound message) {
        switch (message.getRequestCase()) {
            case SUBSCRIBE -> {
                var offered = message.getSubscribe();
                var client = handler(offered.getClientId(), offered.getComponentName());
                router.subscribe(client, offered.getQuery(), offered.getResultName());
            }
            case UNSUBSCRIBE -> {
                var withdrawn = message.getUnsubscribe();
                var client = handler(withdrawn.getClientId(), withdrawn.getComponentName());
                router.unsubscribe(client, withdrawn.getQuery(), withdrawn.getResultName());
            }
            case FLOW_CONTROL -> permit(message.getFlowControl().getPermits());
            case QUERY_RESPONSE -> router.respond(known(), message.getQueryResponse());
            case QUERY_COMPLETE ->
                router.finish(known(), message.getQueryComplete().getRequestId());
            case SUBSCRIPTION_QUERY_RESPONSE -> router.respond(known(), message.getSubscriptionQueryResponse());
            case ACK -> {}
            case REQUEST_NOT_SET -> {
                return false;
            }
        }
        return true;
    }

    /** Permits may come before the client has said who it is. */
    private void permit(long permits) {
        var known = handler;
        if (known == null) {
            earlyPermits += permits;
        } else {
            known.outbox().permit(permits);
        }
    }

    private QueryHandler handler(String clientId, String component) {
        var known = handler;
        if (known == null) {
            outbound.name(clientId);
            known = new QueryHandler(clientId, component, outbound);
            known.outbox().permit(earlyPermits);
            handler = known;
        }
        return known;
    }

    /** Only who has subscribed can answer. */
    private QueryHandler known() {
        var known = handler;
        if (known == null) {
            throw ErrorCode.UNSUPPORTED_INSTRUCTION.failure("An answer from a client that handles no query");
        }
        return known;
    }

    private void acknowledge(QueryProviderOutbound message, InstructionAck ack) {
        if (!message.getInstructionId().isEmpty()) {
            outbound.send(QueryProviderInbound.newBuilder().setAck(ack).build());
        }
    }

    private void end() {
        var known = handler;
        if (known != null) {
            router.disconnect(known);
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
