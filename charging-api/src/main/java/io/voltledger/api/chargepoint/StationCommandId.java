package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * One command to a station. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where every kind
 * of aggregate has a prefix of its own.
 *
 * @param value at most 64 characters
 */
public record StationCommandId(@JsonValue String value) {

    @JsonCreator
    public StationCommandId {
        Identifiers.require("StationCommandId", value, 64);
    }

    @Override
    public String toString() {
        return "station-command/" + value;
    }
}
