package io.voltledger.api.admission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.chargepoint.StationId;

/**
 * The way in of one station, known or not. JSON: a string, the station's id. {@link #toString} is the aggregate
 * identifier in the event store.
 *
 * @param value station id
 */
public record StationDoor(@JsonValue String value) {

    @JsonCreator
    public StationDoor {
        Identifiers.require("StationDoor", value, 64);
    }

    public static StationDoor of(StationId station) {
        return new StationDoor(station.value());
    }

    public StationId station() {
        return new StationId(value);
    }

    @Override
    public String toString() {
        return "station-door/" + value;
    }
}
