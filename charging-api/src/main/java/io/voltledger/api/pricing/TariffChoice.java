package io.voltledger.api.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Why a session got its tariff.
 *
 * @param reason what decided
 * @param rule the rule that held; absent where the station decided
 * @param detail for people
 */
public record TariffChoice(Reason reason, @Nullable TariffRuleId rule, String detail) {

    /** What decided on a tariff. */
    public enum Reason {
        RULE,
        /** No rule held: the tariff that the station was given. */
        STATION
    }
}
