package io.voltledger.node.event;

import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Failures;
import org.jspecify.annotations.Nullable;

/** Ends a call that has one answer. */
final class Answers {

    private Answers() {}

    static <T> void give(StreamObserver<T> client, T answer, @Nullable Throwable failure) {
        if (failure == null) {
            client.onNext(answer);
            client.onCompleted();
        } else {
            client.onError(Failures.toStatus(failure));
        }
    }
}
