package io.voltledger.node.stream;

import com.google.protobuf.Empty;
import io.axoniq.axonserver.grpc.streams.CreateStreamRequest;
import io.axoniq.axonserver.grpc.streams.CreateStreamResponse;
import io.axoniq.axonserver.grpc.streams.DeleteStreamRequest;
import io.axoniq.axonserver.grpc.streams.ListStreamsRequest;
import io.axoniq.axonserver.grpc.streams.PersistentStreamServiceGrpc.PersistentStreamServiceImplBase;
import io.axoniq.axonserver.grpc.streams.ResetStreamConfiguration;
import io.axoniq.axonserver.grpc.streams.ResetStreamRequest;
import io.axoniq.axonserver.grpc.streams.StreamRequest;
import io.axoniq.axonserver.grpc.streams.StreamSignal;
import io.axoniq.axonserver.grpc.streams.StreamStatus;
import io.axoniq.axonserver.grpc.streams.UpdateStreamRequest;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.Failures;
import io.voltledger.node.wire.Streams;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The persistent stream service of the public API. */
public final class PersistentStreamService extends PersistentStreamServiceImplBase {

    private final Supplier<PersistentStreams> contexts;
    private final Supplier<Streams> connections;

    /** The suppliers know the persistent streams, and the connections, of the current call's context. */
    public PersistentStreamService(Supplier<PersistentStreams> contexts, Supplier<Streams> connections) {
        this.contexts = contexts;
        this.connections = connections;
    }

    @Override
    public StreamObserver<StreamRequest> openStream(StreamObserver<StreamSignal> client) {
        return new io.voltledger.node.stream.Consumer(
                contexts.get(), connections.get().register(client));
    }

    @Override
    public void createStream(CreateStreamRequest request, StreamObserver<CreateStreamResponse> caller) {
        var streams = contexts.get();
        answer(
                caller,
                () -> streams.create(request),
                result -> caller.onNext(
                        CreateStreamResponse.newBuilder().setResult(result).build()));
    }

    @Override
    public void deleteStream(DeleteStreamRequest request, StreamObserver<Empty> caller) {
        var streams = contexts.get();
        answer(caller, () -> streams.delete(request.getStreamId()), deleted -> {});
    }

    @Override
    public void updateStream(UpdateStreamRequest request, StreamObserver<Empty> caller) {
        var streams = contexts.get();
        answer(
                caller,
                () -> streams.update(request.getStreamId(), request.getStreamName(), request.getSegments()),
                updated -> {});
    }

    @Override
    public void resetStream(ResetStreamRequest request, StreamObserver<Empty> caller) {
        var streams = contexts.get();
        answer(
                caller,
                () -> CompletableFuture.supplyAsync(
                                () -> position(request.getOptions(), streams.store()), streams.readers())
                        .thenCompose(position -> streams.reset(request.getStreamId(), position)),
                reset -> {});
    }

    /** The token after which a stream goes on. */
    private static long position(ResetStreamConfiguration to, EventStore store) {
        return switch (to.getTypeCase()) {
            case HEAD -> store.lastToken();
            case TAIL -> -1;
            case DATETIME -> Math.max(0, store.tokenAt(to.getDatetime())) - 1;
            case POSITION -> Math.max(0, to.getPosition()) - 1;
            case TYPE_NOT_SET ->
                throw Status.INVALID_ARGUMENT
                        .withDescription("The request does not say where to")
                        .asRuntimeException();
        };
    }

    @Override
    public void listStreams(ListStreamsRequest request, StreamObserver<StreamStatus> caller) {
        contexts.get().list().forEach(caller::onNext);
        caller.onCompleted();
    }

    private static <T> void answer(
            StreamObserver<?> caller, Supplier<CompletableFuture<T>> work, Consumer<T> answered) {
        CompletableFuture.completedFuture(null).thenCompose(start -> work.get()).whenComplete((result, failure) -> {
            if (failure == null) {
                answered.accept(result);
                caller.onCompleted();
            } else {
                caller.onError(Failures.toStatus(failure));
            }
        });
    }
}
