package io.voltledger.api.refund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.billing.BillId;

/**
 * All refunds of one bill: one writer for them, so that together they never exceed what was paid. JSON: the bill's id.
 * {@link #toString} is the aggregate identifier in the event store.
 */
public record BillRefundsId(@JsonValue BillId bill) {

    @JsonCreator
    public BillRefundsId {}

    @Override
    public String toString() {
        return "refunds/" + bill.value();
    }
}
