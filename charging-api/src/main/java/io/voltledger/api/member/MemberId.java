package io.voltledger.api.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A driver or fleet: a pseudonym, never a name. JSON: a string.
 *
 * @param value at most 64 characters
 */
public record MemberId(@JsonValue String value) {

    @JsonCreator
    public MemberId {
        Identifiers.require("MemberId", value, 64);
    }
}
