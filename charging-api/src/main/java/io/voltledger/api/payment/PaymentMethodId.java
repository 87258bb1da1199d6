package io.voltledger.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A card or account that a member has registered with the payment provider. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where every kind
 * of aggregate has a prefix of its own.
 *
 * @param value at most 64 characters
 */
public record PaymentMethodId(@JsonValue String value) {

    @JsonCreator
    public PaymentMethodId {
        Identifiers.require("PaymentMethodId", value, 64);
    }

    @Override
    public String toString() {
        return "payment-method/" + value;
    }
}
