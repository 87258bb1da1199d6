package io.voltledger.api.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.chargepoint.StationId;

/**
 * A charging session: {@code {stationId}:{transactionId}}, so that a stop or a reading addresses its session without a
 * look-up. JSON: a string, which is the aggregate identifier in the event store too.
 *
 * @param value station id (which holds no colon), colon, OCPP transaction id
 */
public record SessionId(@JsonValue String value) {

    @JsonCreator
    public SessionId {
        Identifiers.require("SessionId", value, 128);
        if (value.indexOf(':') < 1 || value.endsWith(":")) {
            throw new IllegalArgumentException("SessionId is not station:transaction: " + value);
        }
    }

    public static SessionId of(StationId station, String transaction) {
        return new SessionId(station.value() + ":" + transaction);
    }

    public StationId station() {
        return new StationId(value.substring(0, value.indexOf(':')));
    }

    /** The OCPP transaction id: digits in 1.6, up to 36 characters in 2.0.1. */
    public String transaction() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
