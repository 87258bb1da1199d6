package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * What one station was told to keep and agreed to: reservations, charging profiles, its local list. JSON: a string, the
 * station's id.
 *
 * @param value station id
 */
public record StationBook(@JsonValue String value) {

    @JsonCreator
    public StationBook {
        Identifiers.require("StationBook", value, 64);
    }

    public static StationBook of(StationId station) {
        return new StationBook(station.value());
    }

    public StationId station() {
        return new StationId(value);
    }

    @Override
    public String toString() {
        return "station-book/" + value;
    }
}
