package io.voltledger.api.billing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A credit note of one bill, named by whoever issues it, so that it is issued once. JSON: a string.
 *
 * @param value at most 64 characters
 */
public record CreditNoteId(@JsonValue String value) {

    @JsonCreator
    public CreditNoteId {
        Identifiers.require("CreditNoteId", value, 64);
    }
}
