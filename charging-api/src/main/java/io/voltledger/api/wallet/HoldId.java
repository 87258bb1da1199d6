package io.voltledger.api.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * One hold of funds within a wallet. JSON: a string.
 *
 * @param value at most 180 characters; a retried command uses the same
 */
public record HoldId(@JsonValue String value) {

    @JsonCreator
    public HoldId {
        Identifiers.require("HoldId", value, 180);
    }
}
