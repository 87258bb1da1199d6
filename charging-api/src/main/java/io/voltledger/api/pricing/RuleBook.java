package io.voltledger.api.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * All rules of an installation together. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where
 * every kind of aggregate has a prefix of its own.
 *
 * @param value at most 64 characters
 */
public record RuleBook(@JsonValue String value) {

    /** The one that sessions are priced by. */
    public static final RuleBook MAIN = new RuleBook("main");

    @JsonCreator
    public RuleBook {
        Identifiers.require("RuleBook", value, 64);
    }

    @Override
    public String toString() {
        return "rule-book/" + value;
    }
}
