package io.voltledger.node.command;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Acks;
import io.voltledger.node.wire.OutboundStream;
import org.jspecify.annotations.Nullable;

/** The server's end of a command handler's stream. It knows its client from the first message that names it. */
final class CommandHandlerStream implements StreamObserver<HandlerOutbound> {

    private final CommandRouter router;
    private final OutboundStream<HandlerInbound> outbound;
    private volatile @Nullable CommandHandler handler;
    private long earlyPermits;

    CommandHandlerStream(CommandRouter router, OutboundStream<HandlerInbound> outbound) {
        this.router = router;
        this.outbound = outbound;
        outbound.onEnd(this::end);
    }

    @Override
    public void onNext(HandlerOutbound message) {
        switch (message) {
            case Reply reply -> router.complete(reply);
            case HandlerOutbound.Control control -> handle(control.message());
        }
    }

    private void handle(CommandProviderOutbound message) {
        switch (message.getRequestCase()) {
            case SUBSCRIBE -> {
                var subscription = message.getSubscribe();
                var client = handler(subscription.getClientId());
                outbound.name(subscription.getClientId());
                router.subscribe(client, subscription.getCommand(), subscription.getLoadFactor());
                acknowledge(message, Acks.success(message.getInstructionId()));
            }
            case UNSUBSCRIBE -> {
                var subscription = message.getUnsubscribe();
                router.unsubscribe(handler(subscription.getClientId()), subscription.getCommand());
                acknowledge(message, Acks.success(message.getInstructionId()));
            }
            case FLOW_CONTROL -> {
                permit(message.getFlowControl().getPermits());
                acknowledge(message, Acks.success(message.getInstructionId()));
            }
            case COMMAND_RESPONSE -> {
                var response = message.getCommandResponse();
                router.complete(new Reply(response.toByteArray(), response.getRequestIdentifier()));
                acknowledge(message, Acks.success(message.getInstructionId()));
            }
            case ACK -> {}
            case REQUEST_NOT_SET -> acknowledge(message, Acks.unsupported(message.getInstructionId()));
        }
    }

    private void acknowledge(CommandProviderOutbound message, InstructionAck ack) {
        if (!message.getInstructionId().isEmpty()) {
            outbound.send(new HandlerInbound.Control(
                    CommandProviderInbound.newBuilder().setAck(ack).build()));
        }
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

    private CommandHandler handler(String clientId) {
        var known = handler;
        if (known == null) {
            known = new CommandHandler(clientId, outbound::send, router::refuse);
            known.outbox().permit(earlyPermits);
            handler = known;
        }
        return known;
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
