package io.voltledger.platform;

/** The platform cannot start, for a reason that the person at the terminal can mend: the message says how. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
