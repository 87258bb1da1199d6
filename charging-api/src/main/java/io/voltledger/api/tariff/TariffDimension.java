package io.voltledger.api.tariff;

/** What a price component counts: OCPI's TariffDimensionType. */
public enum TariffDimension {
    /** Per kWh. */
    ENERGY,
    /** Per session. */
    FLAT,
    /** Per hour plugged in and asking for no power. */
    PARKING_TIME,
    /** Per hour of charging; within an element for reservations, per hour reserved. */
    TIME
}
