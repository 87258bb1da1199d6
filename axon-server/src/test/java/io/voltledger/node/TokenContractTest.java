package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreBlockingStub;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens as the server says them; the connector shifts some of them by one. */
class TokenContractTest extends NodeTest {

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

    private EventStoreBlockingStub server() {
        return EventStoreGrpc.newBlockingStub(channel);
    }

    private long tokenAt(long instant) {
        return server().getTokenAt(
                        GetTokenAtRequest.newBuilder().setInstant(instant).build())
                .getToken();
    }

    private long lastToken() {
        return server().getLastToken(GetLastTokenRequest.getDefaultInstance()).getToken();
    }

    private long firstToken() {
        return server().getFirstToken(GetFirstTokenRequest.getDefaultInstance()).getToken();
    }

    @Test
    void tellsTheTokensOfAnEmptyStore() {
        assertThat(firstToken()).isZero();
        assertThat(lastToken()).isEqualTo(-1);
        assertThat(tokenAt(0)).isEqualTo(-1);
    }

    @Test
    void tellsTheFirstAndTheLastToken() {
        append(connect("events"), Events.range("A", 0, 3));

        assertThat(firstToken()).isZero();
        assertThat(lastToken()).isEqualTo(2);
    }

    @Test
    void findsTheFirstEventAtOrAfterAnInstantAlthoughTimestampsGoBack() {
        append(connect("events"), Events.at(1000), Events.at(3000), Events.at(2000), Events.at(4000));

        assertThat(tokenAt(999)).isEqualTo(-1);
        assertThat(tokenAt(1000)).isZero();
        assertThat(tokenAt(1001)).isEqualTo(1);
        assertThat(tokenAt(2000)).isEqualTo(1);
        assertThat(tokenAt(3001)).isEqualTo(3);
        assertThat(tokenAt(4001)).isEqualTo(4);
    }
}
