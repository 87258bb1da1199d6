package io.voltledger.node.platform;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc.PlatformServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** The platform service of the public API: this node is the whole platform, so clients stay on the connection that they have. */
public final class PlatformService extends PlatformServiceImplBase {

    private final Supplier<Clients> clients;
    private final Supplier<NodeInfo> node;

    /** The suppliers know the clients of the current call's context, and the node's address. */
    public PlatformService(Supplier<Clients> clients, Supplier<NodeInfo> node) {
        this.clients = clients;
        this.node = node;
    }

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        answer.onNext(PlatformInfo.newBuilder()
                .setPrimary(node.get())
                .setSameConnection(true)
                .build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> client) {
        var connected = clients.get();
        return new InstructionStream(connected, connected.streams().register(client));
    }
}
