package io.voltledger.api.chargepoint;

/** A connector's state in OCPP 1.6's words (2.0.1's five map into them); {@link #UNKNOWN} keeps a word that neither has. */
public enum ConnectorStatus {
    AVAILABLE,
    PREPARING,
    CHARGING,
    SUSPENDED_EV,
    SUSPENDED_EVSE,
    FINISHING,
    RESERVED,
    OCCUPIED,
    UNAVAILABLE,
    FAULTED,
    UNKNOWN
}
