package io.voltledger.api.refund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.billing.BillId;

/**
 * One refund of a bill, {@code CP-1:42~goodwill-1}. JSON: a string.
 *
 * @param value the bill, {@code ~} and the asker's own key; at most 190 characters
 */
public record RefundId(@JsonValue String value) {

    private static final char SEPARATOR = '~';

    @JsonCreator
    public RefundId {
        Identifiers.require("RefundId", value, 190);
        if (value.lastIndexOf(SEPARATOR) < 1) {
            throw new IllegalArgumentException("RefundId names no bill: " + value);
        }
    }

    /** @param key the asker's own, so that asking again is the same refund; without {@code ~} */
    public static RefundId of(BillId bill, String key) {
        if (key.isBlank() || key.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a refund's key is not empty and holds no ~");
        }
        return new RefundId(bill.value() + SEPARATOR + key);
    }

    public BillId bill() {
        return new BillId(value.substring(0, value.lastIndexOf(SEPARATOR)));
    }
}
