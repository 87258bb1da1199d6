package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.PayloadDescription;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The global stream message by message, where the connector's buffers would hide what is sent. */
class GlobalStreamContractTest extends NodeTest {

    private ManagedChannel channel;
    private AxonServerConnection events;

    @BeforeEach
    void connectBoth() {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        events = connect("events");
    }

    @AfterEach
    void closeChannel() {
        channel.shutdownNow();
    }

    /** A client that takes what comes. */
    private final class Client implements StreamObserver<EventWithToken> {
        private final List<Long> tokens = new CopyOnWriteArrayList<>();
        private final AtomicBoolean completed = new AtomicBoolean();
        private final AtomicBoolean failed = new AtomicBoolean();
        private final StreamObserver<GetEventsRequest> server =
                EventStoreGrpc.newStub(channel).listEvents(this);

        private Client(long first, long permits, PayloadDescription... unwanted) {
            server.onNext(GetEventsRequest.newBuilder()
                    .setTrackingToken(first)
                    .setNumberOfPermits(permits)
                    .addAllBlacklist(List.of(unwanted))
                    .build());
        }

        private void permit(long more) {
            server.onNext(GetEventsRequest.newBuilder().setNumberOfPermits(more).build());
        }

        @Override
        public void onNext(EventWithToken event) {
            tokens.add(event.getToken());
        }

        @Override
        public void onError(Throwable cause) {
            failed.set(true);
        }

        @Override
        public void onCompleted() {
            completed.set(true);
        }
    }

    private static List<Long> tokens(long from, long end) {
        return LongStream.range(from, end).boxed().toList();
    }

    @Test
    void sendsAsManyEventsAsItHasPermitsFor() {
        append(events, Events.range("A", 0, 10));
        var client = new Client(2, 3);
        var witness = new Client(0, 100);
        await().untilAsserted(() -> assertThat(client.tokens).isEqualTo(tokens(2, 5)));
        append(events, Events.range("A", 10, 11));
        await().until(() -> witness.tokens.size() == 11);
        assertThat(client.tokens).hasSize(3);

        client.permit(4);
        await().untilAsserted(() -> assertThat(client.tokens).isEqualTo(tokens(2, 9)));
    }

    @Test
    void sendsEveryThousandthOfUnwantedEventsForAPermit() {
        var noise = PayloadDescription.newBuilder()
                .setType("Noise")
                .setRevision("1")
                .build();
        append(
                events,
                IntStream.range(0, 2500)
                        .mapToObj(i -> Events.loose("Noise", "n"))
                        .toArray(io.axoniq.axonserver.grpc.event.Event[]::new));
        append(events, Events.loose("Signal", "s"));
        var client = new Client(0, 2, noise);

        await().untilAsserted(() -> assertThat(client.tokens).containsExactly(999L, 1999L));
        client.permit(1);
        await().untilAsserted(() -> assertThat(client.tokens).containsExactly(999L, 1999L, 2500L));
    }

    @Test
    void leavesATypeOutInThatRevisionOnly() {
        var second = PayloadDescription.newBuilder()
                .setType("Noise")
                .setRevision("2")
                .build();
        append(events, Events.loose("Noise", "of revision 1"));
        var client = new Client(0, 10, second);

        await().untilAsserted(() -> assertThat(client.tokens).containsExactly(0L));
    }

    @Test
    void waitsForATokenThatIsStillToCome() {
        append(events, Events.range("A", 0, 3));
        var client = new Client(5, 10);
        append(events, Events.range("A", 3, 7));

        await().untilAsserted(() -> assertThat(client.tokens).isEqualTo(tokens(5, 7)));
        assertThat(client.failed).isFalse();
    }

    @Test
    void completesWhenTheClientHasFinished() {
        append(events, Events.range("A", 0, 3));
        var client = new Client(0, 10);
        await().until(() -> client.tokens.size() == 3);
        client.server.onCompleted();

        await().untilTrue(client.completed);
        assertThat(client.failed).isFalse();
    }

    @Test
    void showsNoTokenBeforeTheOneThatPrecedesIt() {
        var client = new Client(0, 10_000);
        var appended = IntStream.range(0, 500)
                .mapToObj(i -> events.eventChannel().appendEvents(Events.range("A" + i, 0, 1 + i % 4)))
                .toList();
        appended.forEach(NodeTest::result);

        var last = result(events.eventChannel().getLastToken());
        await().untilAsserted(() -> assertThat(client.tokens).isEqualTo(tokens(0, last + 1)));
    }
}
