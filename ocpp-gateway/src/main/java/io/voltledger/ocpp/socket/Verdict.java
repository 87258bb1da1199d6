package io.voltledger.ocpp.socket;

/** What becomes of a station that wants in. */
enum Verdict {
    ADMITTED,
    /** Nobody registered it. */
    UNKNOWN,
    /** It is not shown that it is that station. */
    UNAUTHORIZED,
    /** Too many passwords were wrong for this one to be looked at. */
    TOO_MANY_GUESSES
}
