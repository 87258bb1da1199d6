package io.voltledger.api.quirk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A quirk profile, over all its versions. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where
 * every kind of aggregate has a prefix of its own.
 *
 * @param value at most 64 characters
 */
public record QuirkProfileId(@JsonValue String value) {

    @JsonCreator
    public QuirkProfileId {
        Identifiers.require("QuirkProfileId", value, 64);
    }

    @Override
    public String toString() {
        return "quirk-profile/" + value;
    }
}
