package io.voltledger.api.session;

/**
 * Something in a station's report that looks wrong: recorded and shown to an operator, never a reason to refuse.
 *
 * @param code what kind
 * @param detail for people, with the values that looked wrong
 */
public record Anomaly(Code code, String detail) {

    /** What can look wrong. */
    public enum Code {
        /** The station's clock is far from the time of receipt. */
        CLOCK_SKEW,
        /** The time was missing or could not be read; the time of receipt stands in. */
        TIME_UNREADABLE,
        /** A value could not be read as a number; it is kept in the message log only. */
        VALUE_UNREADABLE,
        /** A required field was missing. */
        FIELD_MISSING,
        /** A unit or measurand that OCPP does not know. */
        UNKNOWN_WORD,
        /** The register is lower than one read before. */
        REGISTER_WENT_BACK,
        /** A reading older than one already counted. */
        LATE_READING,
        /** More energy than the time allows. */
        IMPLAUSIBLE_JUMP,
        /** A reading after the stop. */
        READING_AFTER_STOP,
        /** No register reading at all, or none at stop. */
        REGISTER_MISSING,
        /** A stop or reading whose transaction was never started here. */
        UNKNOWN_TRANSACTION,
        /** Started although the token may not charge. */
        TOKEN_NOT_ACCEPTED,
        /** A second stop that says something else than the first. */
        STOP_DIFFERS,
        /** The stop lies before the start. */
        STOP_BEFORE_START,
        /** Stopped by a token that is neither the one that started nor of its group. */
        STOPPED_BY_OTHER,
        /** Ended by an operator; the station never said so. */
        CLOSED_BY_OPERATOR
    }
}
