package io.voltledger.api.pricing;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to the rule book. */
public sealed interface PricingEvent {

    RuleBook book();

    @Revision("1")
    record TariffRuleSet(RuleBook book, TariffRule rule, Instant setAt) implements PricingEvent {}

    @Revision("1")
    record TariffRuleWithdrawn(RuleBook book, TariffRuleId rule, Instant withdrawnAt) implements PricingEvent {}
}
