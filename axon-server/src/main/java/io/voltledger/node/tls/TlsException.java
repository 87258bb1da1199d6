package io.voltledger.node.tls;

import org.jspecify.annotations.Nullable;

/** A certificate or key cannot be used; the message names the file and is meant for people. */
public final class TlsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
