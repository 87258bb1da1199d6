package io.voltledger.node;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/** The receiving end of calls. */
final class Observers {

    private Observers() {}

    static <T> StreamObserver<T> ignoring() {
        return taking(message -> {});
    }

    static <T> StreamObserver<T> taking(Consumer<T> consumer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(T message) {
                consumer.accept(message);
            }

            @Override
            public void onError(Throwable cause) {}

            @Override
            public void onCompleted() {}
        };
    }
}
