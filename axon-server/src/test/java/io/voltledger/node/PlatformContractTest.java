package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventTransformationServiceGrpc;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.StartTransformationRequest;
import io.axoniq.axonserver.grpc.event.dcb.DcbEventStoreGrpc;
import io.axoniq.axonserver.grpc.event.dcb.GetHeadRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformContractTest extends NodeTest {

    @Override
    NodeSettings settings() {
        return super.settings().withHeartbeatTimeout(Duration.ofSeconds(2));
    }

    private ManagedChannel channel =
            NettyChannelBuilder.forAddress("127.0.0.1", 1).usePlaintext().build();

    @BeforeEach
    void openChannel() {
        channel.shutdownNow();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void closeChannel() {
        channel.shutdownNow();
    }

    private StreamObserver<PlatformInboundInstruction> register(StreamObserver<PlatformOutboundInstruction> inbound) {
        var outbound = PlatformServiceGrpc.newStub(channel).openStream(inbound);
        outbound.onNext(PlatformInboundInstruction.newBuilder()
                .setRegister(
                        ClientIdentification.newBuilder().setClientId("raw").setComponentName("raw"))
                .build());
        return outbound;
    }

    private static PlatformInboundInstruction heartbeat(String instruction) {
        return PlatformInboundInstruction.newBuilder()
                .setInstructionId(instruction)
                .setHeartbeat(Heartbeat.getDefaultInstance())
                .build();
    }

    @Test
    void keepsClientsOnTheConnectionTheyHave() {
        var info = PlatformServiceGrpc.newBlockingStub(channel)
                .getPlatformServer(ClientIdentification.getDefaultInstance());

        assertThat(info.getSameConnection()).isTrue();
        assertThat(info.getPrimary().getGrpcPort()).isEqualTo(node.grpcPort());
    }

    @Test
    void acknowledgesInstructionsThatHaveAnIdentifier() {
        var acknowledged = new CopyOnWriteArrayList<String>();
        var outbound = register(Observers.taking(message -> {
            if (message.hasAck() && message.getAck().getSuccess()) {
                acknowledged.add(message.getAck().getInstructionId());
            }
        }));
        outbound.onNext(heartbeat("one"));
        outbound.onNext(heartbeat(""));
        outbound.onNext(heartbeat("two"));

        await().untilAsserted(() -> assertThat(acknowledged).isEqualTo(List.of("one", "two")));
    }

    @Test
    void dropsAClientThatStopsAnsweringHeartbeats() {
        var beats = new CopyOnWriteArrayList<PlatformOutboundInstruction>();
        var dropped = new CompletableFuture<Throwable>();
        var outbound = register(new StreamObserver<>() {
            @Override
            public void onNext(PlatformOutboundInstruction message) {
                beats.add(message);
            }

            @Override
            public void onError(Throwable cause) {
                dropped.complete(cause);
            }

            @Override
            public void onCompleted() {}
        });
        outbound.onNext(heartbeat(""));

        assertThat(dropped.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(StatusRuntimeException.class);
        assertThat(beats).hasSizeGreaterThan(2);
    }

    @Test
    void countsConnectedApplications() {
        connect("one");
        connect("two");

        await().until(() -> Http.metric(node, "node_clients_connected") == 2);
    }

    @Test
    void refusesAContextThatDoesNotExist() {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER), "elsewhere");
        var stub = EventStoreGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));

        assertThatThrownBy(() -> stub.getLastToken(GetLastTokenRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND))
                .hasMessageContaining("elsewhere");
    }

    @Test
    void saysWhatItDoesNotImplement() {
        var transformations = EventTransformationServiceGrpc.newBlockingStub(channel);
        var tagged = DcbEventStoreGrpc.newBlockingStub(channel);

        assertThat(code(() -> transformations.startTransformation(StartTransformationRequest.getDefaultInstance())))
                .isEqualTo(Status.Code.UNIMPLEMENTED);
        assertThat(code(() -> tagged.getHead(GetHeadRequest.getDefaultInstance())))
                .isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    private static Status.Code code(ThrowingCallable call) {
        return Status.fromThrowable(catchThrowable(call)).getCode();
    }
}
