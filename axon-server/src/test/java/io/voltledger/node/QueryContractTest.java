package io.voltledger.node;

import static io.voltledger.node.QueryCalls.all;
import static io.voltledger.node.QueryCalls.answering;
import static io.voltledger.node.QueryCalls.failing;
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
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryContractTest extends NodeTest {

    @Test
    void answersAQueryAndCompletes() throws Exception {
        handle(connect("handler"), answering("found"));

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryCalls::text)
                .containsExactly("found");
    }

    @Test
    void answersThatNobodyHandlesAQuery() throws Exception {
        assertThat(all(connect("asker").queryChannel().query(query("Unknown"))))
                .extracting(QueryResponse::getErrorCode)
                .containsExactly("AXONIQ-5000");
    }

    @Test
    void asksOneInstanceOfEveryComponent() throws Exception {
        handle(connect("one"), answering("one"));
        handle(connect("one"), answering("one"));
        handle(connect("two"), answering("two", "two more"));

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryCalls::text)
                .containsExactlyInAnyOrder("one", "two", "two more");
    }

    @Test
    void hidesAFailureWhenAnotherComponentAnswers() throws Exception {
        handle(connect("one"), failing());
        handle(connect("two"), answering("two"));

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryCalls::text)
                .containsExactly("two");
    }

    @Test
    void tellsTheFailureWhenEveryHandlerFailed() throws Exception {
        handle(connect("one"), failing());
        handle(connect("two"), failing());

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryResponse::getErrorCode)
                .containsExactly("AXONIQ-5001");
    }

    @Test
    void streamsResultsNoFasterThanTheAskerTakesThem() throws Exception {
        var sent = new AtomicLong();
        handle(connect("handler"), new CountingStream(1000, sent));
        var request = query("Find").toBuilder()
                .addProcessingInstructions(ProcessingInstruction.newBuilder()
                        .setKey(ProcessingKey.CLIENT_SUPPORTS_STREAMING)
                        .setValue(MetaDataValue.newBuilder().setBooleanValue(true)))
                .build();

        assertThat(all(connect("asker").queryChannel().query(request))).hasSize(1000);
    }

    @Test
    void tellsTheHandlerWhenTheAskerOfAStreamGoesAway() throws Exception {
        var cancelled = new AtomicBoolean();
        var handler = new QueryHandler() {
            @Override
            public void handle(QueryRequest request, ReplyChannel<QueryResponse> reply) {
                reply.complete();
            }

            @Override
            public FlowControl stream(QueryRequest request, ReplyChannel<QueryResponse> reply) {
                return new FlowControl() {
                    @Override
                    public void request(long permits) {
                        reply.send(response(request, "endless"));
                    }

                    @Override
                    public void cancel() {
                        cancelled.set(true);
                    }
                };
            }
        };
        handle(connect("handler"), handler);
        var request = query("Find").toBuilder()
                .addProcessingInstructions(ProcessingInstruction.newBuilder()
                        .setKey(ProcessingKey.CLIENT_SUPPORTS_STREAMING)
                        .setValue(MetaDataValue.newBuilder().setBooleanValue(true)))
                .build();
        var results = connect("asker").queryChannel().query(request);
        assertThat(results.next()).isNotNull();
        results.close();

        await().untilTrue(cancelled);
    }

    /** Answers with numbers, as many as it is asked for, up to an end. */
    private record CountingStream(int end, AtomicLong sent) implements QueryHandler {
        @Override
        public void handle(QueryRequest request, ReplyChannel<QueryResponse> reply) {
            throw new UnsupportedOperationException("Only streams");
        }

        @Override
        public FlowControl stream(QueryRequest request, ReplyChannel<QueryResponse> reply) {
            return new FlowControl() {
                @Override
                public void request(long permits) {
                    for (var i = 0; i < permits && sent.get() < end; i++) {
                        reply.send(response(request, "" + sent.incrementAndGet()));
                    }
                    if (sent.get() == end) {
                        reply.complete();
                    }
                }

                @Override
                public void cancel() {}
            };
        }
    }

    @Test
    void bringsTheInitialResultAndThenUpdates() throws Exception {
        var publisher = new Publisher();
        handle(connect("handler"), publisher);
        var result = connect("asker")
                .queryChannel()
                .subscriptionQuery(query("Find"), SerializedObject.getDefaultInstance(), 64, 16);

        assertThat(text(result(result.initialResult()))).isEqualTo("initial");
        await().until(() -> !publisher.subscribers.isEmpty());
        publisher.publish("one");
        publisher.publish("two");
        var updates = result.updates();
        assertThat(List.of(updates.next(), updates.next()))
                .extracting(update -> update.getPayload().getData().toStringUtf8())
                .containsExactly("one", "two");

        updates.close();
        await().untilTrue(publisher.unsubscribed);
    }

    @Test
    void letsAHandlerThatComesLaterTakePartInASubscription() throws Exception {
        var early = new Publisher();
        handle(connect("early"), early);
        var result = connect("asker")
                .queryChannel()
                .subscriptionQuery(query("Find"), SerializedObject.getDefaultInstance(), 64, 16);
        await().until(() -> !early.subscribers.isEmpty());
        var late = new Publisher();
        handle(connect("late"), late);
        await().until(() -> !late.subscribers.isEmpty());
        late.publish("late");

        try (var updates = result.updates()) {
            assertThat(updates.next().getPayload().getData().toStringUtf8()).isEqualTo("late");
        }
    }

    @Test
    void unsubscribesWhenTheSubscriberDisconnects() throws Exception {
        var publisher = new Publisher();
        handle(connect("handler"), publisher);
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        var subscription =
                SubscriptionQuery.newBuilder().setSubscriptionIdentifier("s").setQueryRequest(query("Find"));
        QueryServiceGrpc.newStub(channel)
                .subscription(Observers.<SubscriptionQueryResponse>ignoring())
                .onNext(SubscriptionQueryRequest.newBuilder()
                        .setSubscribe(subscription)
                        .build());
        await().until(() -> !publisher.subscribers.isEmpty());
        channel.shutdownNow();

        await().untilTrue(publisher.unsubscribed);
    }
}
