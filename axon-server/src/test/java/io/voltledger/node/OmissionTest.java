package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axoniq.axonserver.grpc.admin.ApplicationAdminServiceGrpc;
import io.axoniq.axonserver.grpc.admin.AuthenticationServiceGrpc;
import io.axoniq.axonserver.grpc.admin.ContextAdminServiceGrpc;
import io.axoniq.axonserver.grpc.admin.ReplicationGroupAdminServiceGrpc;
import io.axoniq.axonserver.grpc.admin.UserAdminServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventTransformationServiceGrpc;
import io.axoniq.axonserver.grpc.event.dcb.DcbEventSchedulerGrpc;
import io.axoniq.axonserver.grpc.event.dcb.DcbEventStoreGrpc;
import io.axoniq.axonserver.grpc.event.dcb.DcbSnapshotStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the public API the node leaves out: every one of those calls says so. */
class OmissionTest extends NodeTest {

    private static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private ManagedChannel channel;

    @BeforeEach
    void openChannel() {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void closeChannel() {
        channel.shutdownNow();
    }

    private static Stream<ServiceDescriptor> omitted() {
        return Stream.of(
                DcbEventStoreGrpc.getServiceDescriptor(),
                DcbSnapshotStoreGrpc.getServiceDescriptor(),
                DcbEventSchedulerGrpc.getServiceDescriptor(),
                EventTransformationServiceGrpc.getServiceDescriptor(),
                ContextAdminServiceGrpc.getServiceDescriptor(),
                ApplicationAdminServiceGrpc.getServiceDescriptor(),
                UserAdminServiceGrpc.getServiceDescriptor(),
                ReplicationGroupAdminServiceGrpc.getServiceDescriptor(),
                AuthenticationServiceGrpc.getServiceDescriptor());
    }

    /** The answer to an empty message, whatever the method expects. */
    private Status.Code answer(MethodDescriptor<?, ?> method) {
        var raw = MethodDescriptor.<byte[], byte[]>newBuilder(BYTES, BYTES)
                .setFullMethodName(method.getFullMethodName())
                .setType(MethodType.SERVER_STREAMING)
                .build();
        return Status.fromThrowable(catchThrowable(
                        () -> ClientCalls.blockingServerStreamingCall(channel, raw, CallOptions.DEFAULT, new byte[0])
                                .hasNext()))
                .getCode();
    }

    @Test
    void answersThatItDoesNotImplementAnyOfIt() {
        assertThat(omitted().flatMap(service -> service.getMethods().stream()))
                .hasSizeGreaterThan(40)
                .allSatisfy(method -> assertThat(answer(method)).isEqualTo(Status.Code.UNIMPLEMENTED));
    }
}
