package io.voltledger.node.platform;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Acks;
import io.voltledger.node.wire.OutboundStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's end of an application's instruction stream. */
final class InstructionStream implements StreamObserver<PlatformInboundInstruction> {

    private static final Logger log = LoggerFactory.getLogger(InstructionStream.class);

    private final Clients clients;
    private final OutboundStream<PlatformOutboundInstruction> outbound;
    private @Nullable ClientSession session;

    InstructionStream(Clients clients, OutboundStream<PlatformOutboundInstruction> outbound) {
        this.clients = clients;
        this.outbound = outbound;
        outbound.onEnd(this::end);
    }

    @Override
    public void onNext(PlatformInboundInstruction message) {
        if (session != null) {
            session.heard();
            handle(message, session);
        }
        switch (message.getRequestCase()) {
            case REGISTER -> register(message.getRegister());
            case ACK, RESULT -> {}
            case REQUEST_NOT_SET -> acknowledge(message, Acks.unsupported(message.getInstructionId()));
            default -> acknowledge(message, Acks.success(message.getInstructionId()));
        }
    }

    private static void handle(PlatformInboundInstruction message, ClientSession session) {
        switch (message.getRequestCase()) {
            case EVENT_PROCESSOR_INFO -> session.report(message.getEventProcessorInfo());
            case HEARTBEAT -> session.heardBeat();
            case RESULT -> session.complete(message.getResult());
            case ACK -> session.reject(message.getAck());
            default -> {}
        }
    }

    private void register(ClientIdentification identity) {
        outbound.name(identity.getClientId());
        session = new ClientSession(identity, outbound);
        clients.add(session);
        log.info("Application {} ({}) has connected", identity.getComponentName(), identity.getClientId());
    }

    private void acknowledge(PlatformInboundInstruction message, InstructionAck ack) {
        if (!message.getInstructionId().isEmpty()) {
            outbound.send(PlatformOutboundInstruction.newBuilder().setAck(ack).build());
        }
    }

    private void end() {
        var gone = session;
        if (gone != null) {
            clients.remove(gone);
            gone.ended();
            log.info("Application {} ({}) has gone", gone.component(), gone.clientId());
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
