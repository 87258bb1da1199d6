package io.voltledger.node.wire;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.voltledger.node.store.StoreException;
import java.util.concurrent.CompletionException;

/** Failures inside the node as the public API tells them. */
public final class Failures {

    private Failures() {}

    public static StatusRuntimeException toStatus(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case StatusRuntimeException status -> status;
            case StoreException store -> code(store.reason()).failure(String.valueOf(store.getMessage()));
            default ->
                Status.INTERNAL
                        .withDescription(cause.toString())
                        .withCause(cause)
                        .asRuntimeException();
        };
    }

    private static ErrorCode code(StoreException.Reason reason) {
        return switch (reason) {
            case SEQUENCE -> ErrorCode.INVALID_SEQUENCE;
            case DISK_FULL -> ErrorCode.STORE_FULL;
            case WRITE -> ErrorCode.STORE_WRITE;
            case READ -> ErrorCode.STORE_READ;
            case CLOSED -> ErrorCode.STORE_CLOSED;
        };
    }
}
