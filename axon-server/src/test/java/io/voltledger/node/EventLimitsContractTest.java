package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.FaultProxy.Way;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the event store takes, and how fast it gives. */
class EventLimitsContractTest extends FaultTest {

    private static final int MEGABYTE = 1 << 20;

    private static Event sized(int sequence, int bytes) {
        return Events.of("A", sequence).toBuilder()
                .setPayload(
                        SerializedObject.newBuilder().setType("Metered").setData(ByteString.copyFrom(new byte[bytes])))
                .build();
    }

    @Test
    void takesAnEventOfAlmostFourMegabytesAndNoneAbove() {
        var application = connect("application");
        append(application, sized(0, 4 * MEGABYTE - 1000));
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        var refused = new CompletableFuture<Status.Code>();
        var transaction = EventStoreGrpc.newStub(channel).appendEvent(failing(refused));
        transaction.onNext(sized(1, 4 * MEGABYTE + 1));

        assertThat(result(refused)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        channel.shutdownNow();
        append(application, sized(1, 10));
        assertThat(history(application, "A")).hasSize(2);
    }

    @Test
    void refusesATransactionOfMoreThanSixtyFourMegabytes() {
        var application = connect("application");
        var large = application.eventChannel().startAppendEventsTransaction();
        for (var sequence = 0; sequence < 20; sequence++) {
            large.appendEvent(sized(sequence, 7 * MEGABYTE / 2));
        }

        assertThatThrownBy(() -> result(large.commit())).hasStackTraceContaining("[AXONIQ-2001]");
        assertThat(history(application, "A")).isEmpty();
        append(application, sized(0, 10));
        assertThat(result(application.eventChannel().getLastToken())).isZero();
    }

    private static StreamObserver<Confirmation> failing(CompletableFuture<Status.Code> failure) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Confirmation confirmation) {}

            @Override
            public void onError(Throwable cause) {
                failure.complete(Status.fromThrowable(cause).getCode());
            }

            @Override
            public void onCompleted() {
                failure.complete(Status.Code.OK);
            }
        };
    }

    @Test
    void storesAMessageAsOftenAsItIsSent() {
        var application = connect("application");
        var event = Events.loose("Metered", "twice");
        append(application, event);
        append(application, event);

        assertThat(result(application.eventChannel().getLastToken())).isEqualTo(1);
    }

    @Test
    void servesNoSnapshotFromBeforeTheSequenceThatIsAskedFor() {
        var application = connect("application");
        append(application, Events.range("A", 0, 10));
        result(application.eventChannel().appendSnapshot(Events.of("A", 4)));

        assertThat(sequences(5)).isEqualTo("5 6 7 8 9");
        assertThat(sequences(4)).isEqualTo("4s 5 6 7 8 9");
    }

    private String sequences(int initial) {
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        try {
            var text = new StringBuilder();
            EventStoreGrpc.newBlockingStub(channel)
                    .listAggregateEvents(GetAggregateEventsRequest.newBuilder()
                            .setAggregateId("A")
                            .setAllowSnapshots(true)
                            .setInitialSequence(initial)
                            .build())
                    .forEachRemaining(event ->
                            text.append(event.getAggregateSequenceNumber()).append(event.getSnapshot() ? "s " : " "));
            return text.toString().strip();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void readsAnAggregateNoFasterThanTheClientTakesIt() {
        var application = connect("application");
        for (var sequence = 0; sequence < 24; sequence++) {
            append(application, sized(sequence, MEGABYTE));
        }
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", line.port())
                .usePlaintext()
                .flowControlWindow(MEGABYTE)
                .build();
        var slow = new SlowReader();
        EventStoreGrpc.newStub(channel)
                .listAggregateEvents(
                        GetAggregateEventsRequest.newBuilder()
                                .setAggregateId("A")
                                .build(),
                        slow);
        await().until(() -> slow.received.get() == 1);
        await().during(300, TimeUnit.MILLISECONDS).until(() -> line.passed(Way.TO_CLIENT) < 4 * MEGABYTE);

        slow.call.get().request(1000);
        await().until(() -> slow.received.get() == 24);
        channel.shutdownNow();
    }

    /** Asks for one event and then for nothing more by itself. */
    private static final class SlowReader implements ClientResponseObserver<GetAggregateEventsRequest, Event> {
        private final AtomicInteger received = new AtomicInteger();
        private final AtomicReference<ClientCallStreamObserver<GetAggregateEventsRequest>> call =
                new AtomicReference<>();

        @Override
        public void beforeStart(ClientCallStreamObserver<GetAggregateEventsRequest> stream) {
            stream.disableAutoRequestWithInitial(1);
            call.set(stream);
        }

        @Override
        public void onNext(Event event) {
            received.incrementAndGet();
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {}
    }
}
