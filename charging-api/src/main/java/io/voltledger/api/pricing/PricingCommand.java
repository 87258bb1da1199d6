package io.voltledger.api.pricing;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of the rule book. */
public sealed interface PricingCommand {

    RuleBook book();

    /**
     * Adds a rule, or puts it in the place of the one with its id. Refused with {@code tariff-unknown} where no session could get
     * the tariff, and with {@code rule-invalid} where the rule could never hold.
     */
    record SetTariffRule(@TargetAggregateIdentifier RuleBook book, TariffRule rule, Instant at)
            implements PricingCommand {}

    /** Refused with {@code not-found} where there is no such rule. */
    record WithdrawTariffRule(@TargetAggregateIdentifier RuleBook book, TariffRuleId rule, Instant at)
            implements PricingCommand {}
}
