package io.voltledger.api.rerating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.tariff.TariffId;

/**
 * A run of corrections by a tariff. JSON: a string, {@code flat~2026-11-price-error}. {@link #toString} is the aggregate identifier in
 * the event store, where every kind of aggregate has a prefix of its own.
 *
 * @param value at most 120 characters
 */
public record RerateRunId(@JsonValue String value) {

    @JsonCreator
    public RerateRunId {
        Identifiers.require("RerateRunId", value, 120);
    }

    public static RerateRunId of(TariffId tariff, String run) {
        return new RerateRunId(tariff.value() + "~" + run);
    }

    /** As the operator named it. */
    public String run() {
        return value.substring(value.lastIndexOf('~') + 1);
    }

    @Override
    public String toString() {
        return "rerating/" + value;
    }
}
