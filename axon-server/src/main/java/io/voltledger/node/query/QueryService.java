package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc.QueryServiceImplBase;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Streams;
import java.util.function.Supplier;

/** The query service of the public API. */
public final class QueryService extends QueryServiceImplBase {

    private final Supplier<QueryRouter> routers;
    private final Supplier<Streams> streams;

    /** The supplier knows the router of the current call's context. */
    public QueryService(Supplier<QueryRouter> routers, Supplier<Streams> streams) {
        this.routers = routers;
        this.streams = streams;
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> outbound) {
        return new QueryHandlerStream(routers.get(), streams.get().register(outbound));
    }

    @Override
    public void query(QueryRequest request, StreamObserver<QueryResponse> asker) {
        routers.get().ask(request, (ServerCallStreamObserver<QueryResponse>) asker);
    }

    @Override
    public StreamObserver<SubscriptionQueryRequest> subscription(StreamObserver<SubscriptionQueryResponse> outbound) {
        return new SubscriberStream(routers.get(), streams.get().register(outbound));
    }
}
