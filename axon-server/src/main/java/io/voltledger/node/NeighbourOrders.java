package io.voltledger.node;

import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Hands what the node orders of an application in its own process (commands, queries, instructions) to another thread. The node sends an
 * order while it holds the queue that the order waited in; the application answers on a stream that it locks, and grants
 * permits, for which that queue is needed. One thread that ran through both would hold the one and wait for the other.
 */
final class NeighbourOrders implements ClientInterceptor {

    private static final Set<String> ORDERS = Set.of(
            CommandServiceGrpc.getOpenStreamMethod().getFullMethodName(),
            QueryServiceGrpc.getOpenStreamMethod().getFullMethodName(),
            PlatformServiceGrpc.getOpenStreamMethod().getFullMethodName());

    private static final Executor ASIDE = Thread.ofVirtual().name("neighbour")::start;

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return next.newCall(
                method, ORDERS.contains(method.getFullMethodName()) ? options.withExecutor(ASIDE) : options);
    }
}
