package io.voltledger.api.operations;

/** Which part of the platform keeps a dead letter. */
public enum DeadLetterSource {
    /** An event that a read model could not take in. */
    PROJECTION,
    /** A step of a process over time. */
    PROCESS,
    /** An event that other systems could not be told of. */
    INTEGRATION,
    /** A call to the payment provider that the platform gave up. */
    PAYMENT,
    /** A mail to a driver that could not be sent. */
    MAIL
}
