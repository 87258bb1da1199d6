package io.voltledger.api.session;

/** What the vehicle and station are doing in a session: OCPP 2.0.1's ChargingState, fed from StatusNotification in 1.6. */
public enum ChargingState {
    CHARGING,
    /** The vehicle asks for no power: this is parking. */
    SUSPENDED_EV,
    /** The station gives no power: this is not parking. */
    SUSPENDED_EVSE,
    EV_CONNECTED,
    IDLE
}
