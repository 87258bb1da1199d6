package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A charging station's OCPP identity: the last segment of its WebSocket path, decoded. It holds no slash and, since it
 * is a user name of HTTP Basic, no colon. JSON: a string. {@link #toString} is the aggregate identifier in the event
 * store.
 *
 * @param value at most 64 characters
 */
public record StationId(@JsonValue String value) {

    @JsonCreator
    public StationId {
        Identifiers.require("StationId", value, 64);
        if (value.indexOf('/') >= 0 || value.indexOf(':') >= 0) {
            throw new IllegalArgumentException("StationId holds a slash or a colon");
        }
    }

    @Override
    public String toString() {
        return "station/" + value;
    }
}
