package io.voltledger.runtime;

import java.time.DateTimeException;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Which element of a JSON body could not be read: {@code elements[0].priceComponents[1].stepSize: is below 1}. */
final class Unreadable {

    private Unreadable() {}

    static Optional<String> in(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof JacksonException unreadable
                        && !unreadable.getPath().isEmpty()
                ? Optional.of(path(unreadable) + ": " + reason(unreadable))
                : Optional.empty();
    }

    private static String path(JacksonException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    /** What a value says of itself when it refuses to be made; anything else is a matter of the parser. */
    private static String reason(JacksonException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if ((cause instanceof IllegalArgumentException || cause instanceof DateTimeException) && message != null) {
                return message;
            }
        }
        return "cannot be read";
    }
}
