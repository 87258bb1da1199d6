package io.voltledger.api.billing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * The numbers that one issuer gives to one kind of document in one year. JSON: a string, {@code VL-2026}. {@link #toString} is the
 * aggregate identifier in the event store, where every kind of aggregate has a prefix of its own.
 *
 * @param value at most 40 characters
 */
public record BillSeries(@JsonValue String value) {

    @JsonCreator
    public BillSeries {
        Identifiers.require("BillSeries", value, 40);
    }

    public static BillSeries of(String issuer, int year) {
        return new BillSeries(issuer + "-" + year);
    }

    /** The number as it is printed: {@code VL-2026-00000042}. */
    public String print(long number) {
        return "%s-%08d".formatted(value, number);
    }

    @Override
    public String toString() {
        return "bill-series/" + value;
    }
}
