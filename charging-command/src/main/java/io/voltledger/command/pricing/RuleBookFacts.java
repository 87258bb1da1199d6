package io.voltledger.command.pricing;

import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the rule book.
 *
 * @param rules in the order in which they were set
 */
record RuleBookFacts(List<TariffRule> rules) {

    static final RuleBookFacts NONE = new RuleBookFacts(List.of());

    RuleBookFacts {
        rules = List.copyOf(rules);
    }

    Optional<TariffRule> rule(TariffRuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    RuleBookFacts with(TariffRule rule) {
        List<TariffRule> others = new ArrayList<>(without(rule.id()).rules);
        others.add(rule);
        return new RuleBookFacts(others);
    }

    RuleBookFacts without(TariffRuleId id) {
        return new RuleBookFacts(
                rules.stream().filter(rule -> !rule.id().equals(id)).toList());
    }
}
