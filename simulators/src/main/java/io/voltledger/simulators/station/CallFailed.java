package io.voltledger.simulators.station;

/** A call that is not repeated ended without an answer, or with a CALLERROR. */
public final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallFailed(String message) {
        super(message);
    }
}
