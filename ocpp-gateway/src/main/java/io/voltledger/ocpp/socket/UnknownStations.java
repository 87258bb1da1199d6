package io.voltledger.ocpp.socket;

/** What happens to a station that connects and is not registered. */
public enum UnknownStations {
    /** HTTP 404. */
    REFUSE,
    /** It is registered under its id. */
    REGISTER
}
