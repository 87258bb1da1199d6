package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One station on one UTC day: the log of what a station says outside any session. A day bounds the aggregate. JSON: a
 * string, {@code CP-1@2026-11-21}.
 *
 * @param value station id, at sign, ISO date
 */
public record StationDay(@JsonValue String value) {

    @JsonCreator
    public StationDay {
        Identifiers.require("StationDay", value, 80);
    }

    public static StationDay of(StationId station, Instant receivedAt) {
        return new StationDay(station.value() + "@" + LocalDate.ofInstant(receivedAt, ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return "station-day/" + value;
    }
}
