package io.voltledger.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the payment provider knows an attempt by: ours, unique for each attempt, and what an unknown outcome is asked by.
 * JSON: a string.
 *
 * @param value 6 to 64 characters of A-Z a-z 0-9 - _ (Toss Payments' rule)
 */
public record OrderId(@JsonValue String value) {

    @JsonCreator
    public OrderId {
        if (!value.matches("[A-Za-z0-9_-]{6,64}")) {
            throw new IllegalArgumentException("OrderId is not 6 to 64 of A-Z a-z 0-9 - _: " + value);
        }
    }
}
