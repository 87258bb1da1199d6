package io.voltledger.api.chargepoint;

/** What may be asked about charge points. */
public sealed interface ChargePointQuery {

    /** Answers an {@code Optional<StationConnection>}: where the station's socket is, as the read model last saw it. */
    record FindStationConnection(StationId station) implements ChargePointQuery {}
}
