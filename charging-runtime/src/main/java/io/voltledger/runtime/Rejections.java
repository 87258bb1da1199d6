package io.voltledger.runtime;

import io.voltledger.api.Rejection;
import java.util.Optional;
import org.axonframework.messaging.HandlerExecutionException;

/** Finds the {@link Rejection} in what a command failed with. */
public final class Rejections {

    private Rejections() {}

    /** The rejection in the failure or its causes; empty where the failure is none. */
    public static Optional<Rejection> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandlerExecutionException execution) {
                Optional<Rejection> rejection = execution
                        .<Object>getDetails()
                        .filter(Rejection.class::isInstance)
                        .map(Rejection.class::cast);
                if (rejection.isPresent()) {
                    return rejection;
                }
            }
        }
        return Optional.empty();
    }
}
