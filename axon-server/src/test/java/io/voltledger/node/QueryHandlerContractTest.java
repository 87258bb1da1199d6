package io.voltledger.node;

import static io.voltledger.node.QueryCalls.all;
import static io.voltledger.node.QueryCalls.answering;
import static io.voltledger.node.QueryCalls.handle;
import static io.voltledger.node.QueryCalls.query;
import static io.voltledger.node.QueryCalls.response;
import static io.voltledger.node.QueryCalls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.FlowControl;
import io.axoniq.axonserver.connector.ReplyChannel;
import io.axoniq.axonserver.connector.query.QueryHandler;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What queries come to when handlers compete, keep silent or go. */
class QueryHandlerContractTest extends FaultTest {

    private final List<QueryRequest> asked = new CopyOnWriteArrayList<>();
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

    private QueryHandler silent() {
        return (request, reply) -> asked.add(request);
    }

    /** What is connected over the line has gone and does not come back. */
    private void vanish() {
        line.refuse(true);
        line.cut();
    }

    @Test
    void failsAQueryWhoseOnlyHandlerGoesAway() throws Exception {
        var handler = through("handler");
        handle(handler, silent());
        var results = connect("asker").queryChannel().query(query("Find"));
        await().until(() -> asked.size() == 1);
        vanish();

        assertThat(all(results)).extracting(QueryResponse::getErrorCode).containsExactly("AXONIQ-4001");
    }

    @Test
    void completesAQueryWhenOneOfItsHandlersGoesAway() throws Exception {
        var gone = through("gone");
        handle(gone, silent());
        handle(connect("there"), answering("found"));
        var results = connect("asker").queryChannel().query(query("Find"));
        await().until(() -> asked.size() == 1);
        vanish();

        assertThat(all(results)).extracting(QueryCalls::text).containsExactly("found");
    }

    /** Streams its name for ever once it is let go. */
    private final class Endless implements QueryHandler {
        private final String name;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private volatile @Nullable ReplyChannel<QueryResponse> reply;

        private Endless(String name) {
            this.name = name;
        }

        @Override
        public void handle(QueryRequest request, ReplyChannel<QueryResponse> channel) {
            channel.complete();
        }

        @Override
        public FlowControl stream(QueryRequest request, ReplyChannel<QueryResponse> channel) {
            reply = channel;
            asked.add(request);
            return new FlowControl() {
                @Override
                public void request(long permits) {}

                @Override
                public void cancel() {
                    cancelled.set(true);
                }
            };
        }

        private void send() {
            Objects.requireNonNull(reply).send(response(asked.getFirst(), name));
        }
    }

    @Test
    void bindsAStreamToTheHandlerThatAnswersFirst() throws Exception {
        var one = new Endless("one");
        var two = new Endless("two");
        handle(connect("one"), one);
        handle(connect("two"), two);
        var request = query("Find").toBuilder()
                .addProcessingInstructions(ProcessingInstruction.newBuilder()
                        .setKey(ProcessingKey.CLIENT_SUPPORTS_STREAMING)
                        .setValue(MetaDataValue.newBuilder().setBooleanValue(true)))
                .build();
        try (var results = connect("asker").queryChannel().query(request)) {
            await().until(() -> asked.size() == 2);
            assertThat(asked.getFirst().getProcessingInstructionsList())
                    .extracting(ProcessingInstruction::getKey)
                    .contains(ProcessingKey.SERVER_SUPPORTS_STREAMING);
            two.send();
            assertThat(text(results.next())).isEqualTo("two");
            await().untilTrue(one.cancelled);
            two.send();
            assertThat(text(results.next())).isEqualTo("two");
        }
        await().untilTrue(two.cancelled);
    }

    private static SubscriptionQueryRequest subscribe(SubscriptionQuery subscription) {
        return SubscriptionQueryRequest.newBuilder().setSubscribe(subscription).build();
    }

    @Test
    void takesAPermitForEveryInitialResult() throws Exception {
        handle(connect("one"), new Publisher());
        handle(connect("two"), new Publisher());
        var initial = new CopyOnWriteArrayList<String>();
        var subscription = SubscriptionQuery.newBuilder()
                .setSubscriptionIdentifier("s")
                .setQueryRequest(query("Find"))
                .build();
        var server = QueryServiceGrpc.newStub(channel)
                .subscription(Observers.<SubscriptionQueryResponse>taking(
                        message -> initial.add(text(message.getInitialResult()))));
        server.onNext(subscribe(subscription));
        server.onNext(SubscriptionQueryRequest.newBuilder()
                .setGetInitialResult(subscription)
                .build());
        assertThat(permitted(server, subscription, initial)).containsExactly("initial");
        assertThat(permitted(server, subscription, initial)).containsExactly("initial", "initial");
    }

    private static List<String> permitted(
            StreamObserver<SubscriptionQueryRequest> server, SubscriptionQuery subscription, List<String> initial) {
        var before = initial.size();
        server.onNext(SubscriptionQueryRequest.newBuilder()
                .setFlowControl(subscription.toBuilder().setNumberOfPermits(1))
                .build());
        await().until(() -> initial.size() > before);
        return List.copyOf(initial);
    }

    @Test
    void tellsASubscriberThatTheHandlerOfItsInitialResultHasGone() throws Exception {
        var handler = through("handler");
        handle(handler, silent());
        var subscription = connect("asker")
                .queryChannel()
                .subscriptionQuery(query("Find"), SerializedObject.getDefaultInstance(), 64, 16);
        var initial = subscription.initialResult();
        await().until(() -> asked.size() == 1);
        vanish();

        assertThat(result(initial).getErrorCode()).isEqualTo("AXONIQ-4001");
    }
}
