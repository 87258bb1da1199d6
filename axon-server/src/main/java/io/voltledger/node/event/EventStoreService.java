package io.voltledger.node.event;

import static io.axoniq.axonserver.grpc.event.EventStoreGrpc.*;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.QueryEventsRequest;
import io.axoniq.axonserver.grpc.event.QueryEventsResponse;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.adhoc.EventQuery;
import io.voltledger.node.store.EventRecord;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.StoredEvent;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.Streams;
import io.voltledger.node.wire.Wire;
import io.voltledger.node.wire.WireBytes;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** The event store service of the public API. Events pass through as bytes; whatever touches a file runs on the readers' threads. */
public final class EventStoreService implements BindableService {

    private static final Confirmation CONFIRMED =
            Confirmation.newBuilder().setSuccess(true).build();

    private final Supplier<EventStore> stores;
    private final Function<String, EventStore> named;
    private final Supplier<Executor> readers;
    private final Supplier<Streams> streams;

    /**
     * The suppliers know what belongs to the current call's context.
     *
     * @param named finds the store of a context that a request names by itself, if the caller may read there
     */
    public EventStoreService(
            Supplier<EventStore> stores,
            Function<String, EventStore> named,
            Supplier<Executor> readers,
            Supplier<Streams> streams) {
        this.stores = stores;
        this.named = named;
        this.readers = readers;
        this.streams = streams;
    }

    @Override
    public ServerServiceDefinition bindService() {
        var events = Wire.reader(EventRecord::parse);
        Marshaller<byte[]> raw = Wire.writer(WireBytes::of);
        var append = Wire.method(
                getAppendEventMethod(), events, getAppendEventMethod().getResponseMarshaller());
        var appendSnapshot = Wire.method(
                getAppendSnapshotMethod(), events, getAppendSnapshotMethod().getResponseMarshaller());
        var listAggregate = Wire.method(
                getListAggregateEventsMethod(), getListAggregateEventsMethod().getRequestMarshaller(), raw);
        var listSnapshots = Wire.method(
                getListAggregateSnapshotsMethod(),
                getListAggregateSnapshotsMethod().getRequestMarshaller(),
                raw);
        Marshaller<StoredEvent> tokened = Wire.writer(TokenedEvents::toWire);
        var listEvents =
                Wire.method(getListEventsMethod(), getListEventsMethod().getRequestMarshaller(), tokened);
        return ServerServiceDefinition.builder(SERVICE_NAME)
                .addMethod(append, ServerCalls.asyncClientStreamingCall(this::append))
                .addMethod(appendSnapshot, ServerCalls.asyncUnaryCall(this::appendSnapshot))
                .addMethod(listAggregate, ServerCalls.asyncServerStreamingCall(this::listAggregate))
                .addMethod(listSnapshots, ServerCalls.asyncServerStreamingCall(this::listSnapshots))
                .addMethod(listEvents, ServerCalls.asyncBidiStreamingCall(this::listEvents))
                .addMethod(getQueryEventsMethod(), ServerCalls.asyncBidiStreamingCall(this::queryEvents))
                .addMethod(getReadHighestSequenceNrMethod(), ServerCalls.asyncUnaryCall(this::highest))
                .addMethod(getGetFirstTokenMethod(), ServerCalls.asyncUnaryCall(this::firstToken))
                .addMethod(getGetLastTokenMethod(), ServerCalls.asyncUnaryCall(this::lastToken))
                .addMethod(getGetTokenAtMethod(), ServerCalls.asyncUnaryCall(this::tokenAt))
                .build();
    }

    private StreamObserver<EventRecord> append(StreamObserver<Confirmation> client) {
        return new AppendTransaction(stores.get(), client, CONFIRMED);
    }

    private void appendSnapshot(EventRecord snapshot, StreamObserver<Confirmation> client) {
        stores.get()
                .appendSnapshot(snapshot)
                .whenComplete((stored, failure) -> Answers.give(client, CONFIRMED, failure));
    }

    private void listAggregate(GetAggregateEventsRequest request, StreamObserver<byte[]> client) {
        new AggregateStream(stores.get(), readers.get(), request, client).start();
    }

    private void listSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<byte[]> client) {
        var store = stores.get();
        readers.get().execute(() -> Snapshots.send(store, request, client));
    }

    private StreamObserver<GetEventsRequest> listEvents(StreamObserver<StoredEvent> client) {
        return new GlobalStream(stores.get(), readers.get(), streams.get().register(client));
    }

    private StreamObserver<QueryEventsRequest> queryEvents(StreamObserver<QueryEventsResponse> client) {
        var own = stores.get();
        return new EventQuery(
                context -> context.isEmpty() ? own : named.apply(context),
                readers.get(),
                streams.get().register(client),
                Clock.systemUTC());
    }

    private void highest(ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> client) {
        read(
                client,
                store -> ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(store.highestSequence(request.getAggregateId()))
                        .build());
    }

    private void firstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> client) {
        Answers.give(client, token(0), null);
    }

    private void lastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> client) {
        Answers.give(client, token(stores.get().lastToken()), null);
    }

    private void tokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> client) {
        read(client, store -> token(store.tokenAt(request.getInstant())));
    }

    private <T> void read(StreamObserver<T> client, Function<EventStore, T> read) {
        var store = stores.get();
        readers.get().execute(() -> {
            try {
                Answers.give(client, read.apply(store), null);
            } catch (RuntimeException e) {
                client.onError(Failures.toStatus(e));
            }
        });
    }

    private static TrackingToken token(long token) {
        return TrackingToken.newBuilder().setToken(token).build();
    }
}
