package io.voltledger.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.billing.BillId;

/**
 * One attempt to take money for a bill. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where every kind
 * of aggregate has a prefix of its own.
 *
 * @param value at most 180 characters
 */
public record PaymentId(@JsonValue String value) {

    @JsonCreator
    public PaymentId {
        Identifiers.require("PaymentId", value, 180);
    }

    /** The numbered attempt at a bill, from 1. */
    public static PaymentId of(BillId bill, int attempt) {
        return new PaymentId(bill.value() + "#" + attempt);
    }

    @Override
    public String toString() {
        return "payment/" + value;
    }
}
