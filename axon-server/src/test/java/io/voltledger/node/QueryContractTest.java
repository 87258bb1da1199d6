package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.FlowControl;
import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.connector.ReplyChannel;
import io.axoniq.axonserver.connector.ResultStream;
import io.axoniq.axonserver.connector.query.QueryDefinition;
import io.axoniq.axonserver.connector.query.QueryHandler;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.axoniq.axonserver.grpc.query.QueryUpdate;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryContractTest extends NodeTest {

    private static final QueryDefinition FIND = new QueryDefinition("Find", String.class);

    private static SerializedObject object(String text) {
        return SerializedObject.newBuilder()
                .setType("text")
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }

    private static QueryRequest query(String name) {
        return QueryRequest.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setQuery(name)
                .setPayload(object("what"))
                .build();
    }

    private static QueryResponse response(QueryRequest request, String text) {
        return QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request.getMessageIdentifier())
                .setPayload(object(text))
                .build();
    }

    private static String text(QueryResponse response) {
        return response.getPayload().getData().toStringUtf8();
    }

    private static void handle(AxonServerConnection application, QueryHandler handler) throws Exception {
        application.queryChannel().registerQueryHandler(handler, FIND).awaitAck(5, SECONDS);
    }

    private static QueryHandler answering(String... answers) {
        return (request, reply) -> {
            for (var answer : answers) {
                reply.send(response(request, answer));
            }
            reply.complete();
        };
    }

    private static QueryHandler failing() {
        return (request, reply) -> {
            reply.send(QueryResponse.newBuilder()
                    .setRequestIdentifier(request.getMessageIdentifier())
                    .setErrorCode(ErrorCategory.QUERY_EXECUTION_ERROR.errorCode())
                    .build());
            reply.complete();
        };
    }

    private static List<QueryResponse> all(ResultStream<QueryResponse> results) throws InterruptedException {
        var all = new ArrayList<QueryResponse>();
        while (results.nextIfAvailable(10, SECONDS) instanceof QueryResponse next) {
            all.add(next);
        }
        return all;
    }

    @Test
    void answersAQueryAndCompletes() throws Exception {
        handle(connect("handler"), answering("found"));

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryContractTest::text)
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
                .extracting(QueryContractTest::text)
                .containsExactlyInAnyOrder("one", "two", "two more");
    }

    @Test
    void hidesAFailureWhenAnotherComponentAnswers() throws Exception {
        handle(connect("one"), failing());
        handle(connect("two"), answering("two"));

        assertThat(all(connect("asker").queryChannel().query(query("Find"))))
                .extracting(QueryContractTest::text)
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

    /** Answers the initial result and keeps the channels for updates. */
    private static final class Publisher implements QueryHandler {
        private final List<UpdateHandler> subscribers = new CopyOnWriteArrayList<>();
        private final AtomicBoolean unsubscribed = new AtomicBoolean();

        @Override
        public void handle(QueryRequest request, ReplyChannel<QueryResponse> reply) {
            reply.send(response(request, "initial"));
            reply.complete();
        }

        @Override
        public Registration registerSubscriptionQuery(SubscriptionQuery query, UpdateHandler updates) {
            subscribers.add(updates);
            return () -> {
                unsubscribed.set(true);
                subscribers.remove(updates);
                return CompletableFuture.runAsync(() -> {});
            };
        }

        void publish(String text) {
            subscribers.forEach(subscriber -> subscriber.sendUpdate(
                    QueryUpdate.newBuilder().setPayload(object(text)).build()));
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
