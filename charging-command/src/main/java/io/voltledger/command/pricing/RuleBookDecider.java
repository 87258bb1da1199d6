package io.voltledger.command.pricing;

import io.voltledger.api.pricing.PricingCommand;
import io.voltledger.api.pricing.PricingCommand.SetTariffRule;
import io.voltledger.api.pricing.PricingCommand.WithdrawTariffRule;
import io.voltledger.api.pricing.PricingEvent;
import io.voltledger.api.pricing.PricingEvent.TariffRuleSet;
import io.voltledger.api.pricing.PricingEvent.TariffRuleWithdrawn;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Decision;
import java.util.function.Predicate;

/** The rules of the rule book: a rule names a tariff that sessions can get, and can hold. */
final class RuleBookDecider {

    /** Each start looks at all of them. */
    static final int MOST = 2_000;

    private RuleBookDecider() {}

    static Decision<PricingEvent> decide(PricingCommand command, RuleBookFacts facts, Predicate<TariffId> isPublished) {
        return switch (command) {
            case SetTariffRule set -> set(set, facts, isPublished);
            case WithdrawTariffRule withdraw ->
                facts.rule(withdraw.rule()).isPresent()
                        ? Decision.of(new TariffRuleWithdrawn(withdraw.book(), withdraw.rule(), withdraw.at()))
                        : Decision.notFound("rule " + withdraw.rule().value());
        };
    }

    private static Decision<PricingEvent> set(
            SetTariffRule command, RuleBookFacts facts, Predicate<TariffId> isPublished) {
        TariffRule rule = command.rule();
        if (facts.rule(rule.id()).filter(rule::equals).isPresent()) {
            return Decision.nothing();
        }
        if (!isPublished.test(rule.tariff())) {
            return Decision.refused(
                    "tariff-unknown",
                    "No session can get tariff " + rule.tariff().value());
        }
        if (canNeverHold(rule)) {
            return Decision.refused("rule-invalid", "The rule ends before it begins");
        }
        return facts.rules().size() >= MOST && facts.rule(rule.id()).isEmpty()
                ? Decision.refused("rule-book-full", "There are " + MOST + " rules already")
                : Decision.of(new TariffRuleSet(command.book(), rule, command.at()));
    }

    private static boolean canNeverHold(TariffRule rule) {
        boolean noTime = rule.startTime() != null && rule.startTime().equals(rule.endTime());
        boolean noDay = rule.validFrom() != null
                && rule.validTo() != null
                && !rule.validFrom().isBefore(rule.validTo());
        return noTime || noDay;
    }

    static RuleBookFacts evolve(RuleBookFacts facts, PricingEvent event) {
        return switch (event) {
            case TariffRuleSet set -> facts.with(set.rule());
            case TariffRuleWithdrawn withdrawn -> facts.without(withdrawn.rule());
        };
    }
}
