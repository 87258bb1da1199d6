package io.voltledger.api.chargepoint;

/** What became of a reservation. */
public enum ReservationStatus {
    ACCEPTED,
    /** A session began on it. */
    USED,
    CANCELLED,
    EXPIRED
}
