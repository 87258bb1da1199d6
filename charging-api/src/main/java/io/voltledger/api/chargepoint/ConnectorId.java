package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A connector's number at its station, from 1; 0 is the station itself (OCPP 1.6). JSON: a number.
 *
 * @param value 0 or more; a station may report a number that no operator knows
 */
public record ConnectorId(@JsonValue int value) {

    @JsonCreator
    public ConnectorId {
        if (value < 0) {
            throw new IllegalArgumentException("ConnectorId is negative: " + value);
        }
    }
}
