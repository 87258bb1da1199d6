package io.voltledger.node;

import org.jspecify.annotations.Nullable;

/** The node cannot start; the message says why and is meant for people. */
public final class NodeStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
