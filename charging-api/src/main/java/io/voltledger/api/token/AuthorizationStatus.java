package io.voltledger.api.token;

/** Whether a token may charge: OCPP 1.6's AuthorizationStatus. */
public enum AuthorizationStatus {
    ACCEPTED,
    BLOCKED,
    EXPIRED,
    INVALID,
    CONCURRENT_TX
}
