package io.voltledger.node.access;

import org.jspecify.annotations.Nullable;

/** The file of applications cannot be read or written; the message is meant for people. */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
