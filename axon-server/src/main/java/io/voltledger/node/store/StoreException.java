package io.voltledger.node.store;

import org.jspecify.annotations.Nullable;

/** Why the store refused or failed: each reason is one of the public API's error families. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of failure. */
    public enum Reason {
        /** The event does not continue its aggregate's sequence. */
        SEQUENCE,
        /** There is no room on the disk. */
        DISK_FULL,
        /** Writing failed; nothing of the transaction is stored. */
        WRITE,
        /** Reading failed. */
        READ,
        /** The store is closed. */
        CLOSED
    }

    private final Reason reason;

    public StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, false, cause != null);
        this.reason = reason;
    }

    static StoreException sequence(String aggregate, long actual, long expected) {
        var text = "Invalid sequence number %d for aggregate %s, expected %d".formatted(actual, aggregate, expected);
        return new StoreException(Reason.SEQUENCE, text, null);
    }

    static StoreException read(Throwable cause) {
        return new StoreException(Reason.READ, "Reading the store failed: " + cause.getMessage(), cause);
    }

    static StoreException write(Throwable cause) {
        return new StoreException(Reason.WRITE, "Writing to the store failed: " + cause.getMessage(), cause);
    }

    static StoreException closed() {
        return new StoreException(Reason.CLOSED, "The store is closed", null);
    }

    public Reason reason() {
        return reason;
    }
}
