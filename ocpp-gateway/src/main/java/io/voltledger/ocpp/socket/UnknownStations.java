package io.voltledger.ocpp.socket;

/** What happens to a station that connects and is not registered. */
public enum UnknownStations {
    /** HTTP 404, and a recorded refusal. */
    REFUSE,
    /** HTTP 404, and it waits for an operator to accept it. */
    INBOX,
    /** It is registered under its id. */
    REGISTER
}
