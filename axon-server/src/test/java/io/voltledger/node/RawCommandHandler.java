package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.axoniq.axonserver.grpc.FlowControl;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.command.CommandSubscription;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A command handler without the connector: it gives as many permits as it likes, answers nothing, and can vanish. */
final class RawCommandHandler {

    private final String client;
    private final ManagedChannel channel;
    private final StreamObserver<CommandProviderOutbound> server;

    private RawCommandHandler(AxonServerNode node, String client, StreamObserver<CommandProviderInbound> inbound) {
        this.client = client;
        channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        server = CommandServiceGrpc.newStub(channel).openStream(inbound);
    }

    static RawCommandHandler connect(
            AxonServerNode node, String client, String command, int permits, Consumer<Command> received)
            throws Exception {
        return connect(node, client, command, 0, permits, received);
    }

    static RawCommandHandler connect(
            AxonServerNode node, String client, String command, int loadFactor, int permits, Consumer<Command> received)
            throws Exception {
        var subscribed = new CompletableFuture<Boolean>();
        var handler = new RawCommandHandler(node, client, inbound(received, subscribed));
        handler.server.onNext(CommandProviderOutbound.newBuilder()
                .setInstructionId("subscribe")
                .setSubscribe(CommandSubscription.newBuilder()
                        .setClientId(client)
                        .setComponentName(client)
                        .setLoadFactor(loadFactor)
                        .setCommand(command))
                .build());
        handler.permit(permits);
        subscribed.get(5, SECONDS);
        return handler;
    }

    private static StreamObserver<CommandProviderInbound> inbound(
            Consumer<Command> received, CompletableFuture<Boolean> subscribed) {
        return new StreamObserver<>() {
            @Override
            public void onNext(CommandProviderInbound message) {
                if (message.hasAck()) {
                    subscribed.complete(message.getAck().getSuccess());
                } else {
                    received.accept(message.getCommand());
                }
            }

            @Override
            public void onError(Throwable cause) {
                subscribed.completeExceptionally(cause);
            }

            @Override
            public void onCompleted() {}
        };
    }

    void permit(int commands) {
        server.onNext(CommandProviderOutbound.newBuilder()
                .setFlowControl(FlowControl.newBuilder().setClientId(client).setPermits(commands))
                .build());
    }

    void vanish() {
        channel.shutdownNow();
    }
}
