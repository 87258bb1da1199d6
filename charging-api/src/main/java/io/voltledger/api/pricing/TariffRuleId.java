package io.voltledger.api.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * A rule of the rule book. JSON: a string.
 *
 * @param value at most 64 characters
 */
public record TariffRuleId(@JsonValue String value) {

    @JsonCreator
    public TariffRuleId {
        Identifiers.require("TariffRuleId", value, 64);
    }
}
