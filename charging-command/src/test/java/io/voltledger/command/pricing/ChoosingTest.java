package io.voltledger.command.pricing;

import static io.voltledger.command.pricing.RuleSamples.at;
import static io.voltledger.command.pricing.RuleSamples.on;
import static io.voltledger.command.pricing.RuleSamples.rule;
import static io.voltledger.command.pricing.RuleSamples.valid;
import static io.voltledger.command.pricing.RuleSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.PricingCommand.SetTariffRule;
import io.voltledger.api.pricing.PricingCommand.WithdrawTariffRule;
import io.voltledger.api.pricing.PricingEvent.TariffRuleSet;
import io.voltledger.api.pricing.PricingEvent.TariffRuleWithdrawn;
import io.voltledger.api.pricing.RuleBook;
import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRule.Membership;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.TariffSamples;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoosingTest {

    private static final StationId STATION = new StationId("CP-1");
    private static final IdToken TOKEN = new IdToken("T1");
    private static final IdToken FLEET = new IdToken("FLEET");
    private static final MemberId MEMBER = new MemberId("M1");
    /** A Saturday, 23:30 in Berlin. */
    private static final Instant NIGHT = Instant.parse("2026-11-21T22:30:00Z");

    private static final Situation DRIVER = new Situation(
            STATION,
            new ConnectorId(2),
            TOKEN,
            new Authorization(AuthorizationStatus.ACCEPTED, MEMBER, FLEET, null),
            NIGHT);
    private static final Situation STRANGER =
            new Situation(STATION, new ConnectorId(2), null, Authorization.UNKNOWN_TOKEN, NIGHT);
    private static final TariffRule ANY = rule("any", 0);

    @Test
    void takesTheStationsTariffWhereNoRuleHolds() {
        ChosenTariff chosen = choose(DRIVER, with("elsewhere", new StationId("CP-2"), null, null, null, null))
                .orElseThrow();
        assertThat(chosen.tariff().id()).isEqualTo(new TariffId("of-station"));
        assertThat(chosen.choice())
                .isEqualTo(new TariffChoice(TariffChoice.Reason.STATION, null, "tariff of station CP-1"));
    }

    @Test
    void namesTheRuleThatDecided() {
        TariffRule rule = with("here", STATION, 2, null, null, null);
        assertThat(choose(DRIVER, rule).orElseThrow().choice())
                .isEqualTo(new TariffChoice(TariffChoice.Reason.RULE, rule.id(), "station CP-1, connector 2"));
    }

    @Test
    void decidesByStationConnectorGroupMemberAndMembership() {
        assertThat(chosen(DRIVER, with("station", STATION, null, null, null, null)))
                .isEqualTo("station");
        assertThat(chosen(DRIVER, with("connector", null, 2, null, null, null))).isEqualTo("connector");
        assertThat(chosen(DRIVER, with("connector", null, 1, null, null, null))).isEqualTo("of-station");
        assertThat(chosen(DRIVER, with("group", null, null, FLEET, null, null))).isEqualTo("group");
        assertThat(chosen(DRIVER, with("token", null, null, TOKEN, null, null))).isEqualTo("token");
        assertThat(chosen(DRIVER, with("member", null, null, null, MEMBER, null)))
                .isEqualTo("member");
        assertThat(chosen(STRANGER, with("member", null, null, null, MEMBER, null)))
                .isEqualTo("of-station");
        assertThat(chosen(STRANGER, with("group", null, null, FLEET, null, null)))
                .isEqualTo("of-station");
        assertThat(chosen(STRANGER, with("guest", null, null, null, null, Membership.GUEST)))
                .isEqualTo("guest");
        assertThat(chosen(DRIVER, with("guest", null, null, null, null, Membership.GUEST)))
                .isEqualTo("of-station");
        assertThat(chosen(DRIVER, with("home", null, null, null, null, Membership.MEMBER)))
                .isEqualTo("home");
    }

    @Test
    void decidesByLocalTimeAtTheTariffsPlace() {
        assertThat(chosen(DRIVER, at("night", "22:00", "06:00"))).isEqualTo("night");
        assertThat(chosen(DRIVER, at("late", "23:30", null))).isEqualTo("late");
        assertThat(chosen(DRIVER, at("early", null, "23:30"))).isEqualTo("of-station");
        assertThat(chosen(DRIVER, on("weekend", DayOfWeek.SATURDAY))).isEqualTo("weekend");
        assertThat(chosen(DRIVER, on("sunday", DayOfWeek.SUNDAY))).isEqualTo("of-station");
    }

    @Test
    void decidesByValidityFromInclusiveToExclusive() {
        assertThat(chosen(DRIVER, valid("now", NIGHT, null))).isEqualTo("now");
        assertThat(chosen(DRIVER, valid("later", NIGHT.plusMillis(1), null))).isEqualTo("of-station");
        assertThat(chosen(DRIVER, valid("over", null, NIGHT))).isEqualTo("of-station");
        assertThat(chosen(DRIVER, valid("still", null, NIGHT.plusMillis(1)))).isEqualTo("still");
    }

    @Test
    void prefersPriorityThenConditionsThenTheId() {
        TariffRule narrow = with("narrow", STATION, 2, null, null, null);
        assertThat(chosen(DRIVER, narrow, rule("high", 1))).isEqualTo("high");
        assertThat(chosen(DRIVER, ANY, narrow)).isEqualTo("narrow");
        assertThat(chosen(DRIVER, rule("b", 0), rule("a", 0))).isEqualTo("a");
    }

    @Test
    void passesOverATariffThatIsNotPublished() {
        assertThat(Choosing.choose(
                        List.of(rule("gone", 9), ANY),
                        DRIVER,
                        Optional.empty(),
                        id -> id.value().equals("gone") ? Optional.empty() : published(id)))
                .map(chosen -> chosen.tariff().id().value())
                .contains("any");
        assertThat(Choosing.choose(List.of(), DRIVER, Optional.empty(), ChoosingTest::published))
                .isEmpty();
    }

    @Test
    void setsReplacesAndWithdrawsRules() {
        RuleBookFacts facts = RuleBookFacts.NONE;
        SetTariffRule set = new SetTariffRule(RuleBook.MAIN, ANY, NIGHT);
        assertThat(RuleBookDecider.decide(set, facts, id -> true))
                .isEqualTo(Decision.of(new TariffRuleSet(RuleBook.MAIN, ANY, NIGHT)));
        facts = RuleBookDecider.evolve(facts, new TariffRuleSet(RuleBook.MAIN, ANY, NIGHT));
        assertThat(RuleBookDecider.decide(set, facts, id -> true)).isEqualTo(Decision.nothing());
        TariffRule changed = rule("any", 5);
        facts = RuleBookDecider.evolve(facts, new TariffRuleSet(RuleBook.MAIN, changed, NIGHT));
        assertThat(facts.rules()).containsExactly(changed);
        WithdrawTariffRule withdraw = new WithdrawTariffRule(RuleBook.MAIN, ANY.id(), NIGHT);
        assertThat(RuleBookDecider.decide(withdraw, facts, id -> true))
                .isEqualTo(Decision.of(new TariffRuleWithdrawn(RuleBook.MAIN, ANY.id(), NIGHT)));
        facts = RuleBookDecider.evolve(facts, new TariffRuleWithdrawn(RuleBook.MAIN, ANY.id(), NIGHT));
        assertThat(RuleBookDecider.decide(withdraw, facts, id -> true))
                .isEqualTo(Decision.refused(Rejection.NOT_FOUND, "There is no rule any"));
    }

    @Test
    void keepsSoManyRulesAndNoMore() {
        RuleBookFacts full = new RuleBookFacts(IntStream.range(0, RuleBookDecider.MOST)
                .mapToObj(number -> rule("r" + number, 0))
                .toList());
        TariffRule another = rule("another", 0);
        assertThat(RuleBookDecider.decide(new SetTariffRule(RuleBook.MAIN, another, NIGHT), full, id -> true))
                .isEqualTo(Decision.refused("rule-book-full", "There are 2000 rules already"));
        TariffRule changed = rule("r7", 1);
        assertThat(RuleBookDecider.decide(new SetTariffRule(RuleBook.MAIN, changed, NIGHT), full, id -> true))
                .isEqualTo(Decision.of(new TariffRuleSet(RuleBook.MAIN, changed, NIGHT)));
        assertThat(RuleBookDecider.decide(new WithdrawTariffRule(RuleBook.MAIN, another.id(), NIGHT), full, id -> true))
                .isEqualTo(Decision.refused(Rejection.NOT_FOUND, "There is no rule another"));
    }

    @Test
    void refusesARuleThatCouldNeverHold() {
        assertThat(refusal(rule("any", 0), false)).isEqualTo("tariff-unknown");
        assertThat(refusal(at("never", "08:00", "08:00"), true)).isEqualTo("rule-invalid");
        assertThat(refusal(valid("never", NIGHT, NIGHT), true)).isEqualTo("rule-invalid");
    }

    private static String refusal(TariffRule rule, boolean published) {
        Decision<?> decision = RuleBookDecider.decide(
                new SetTariffRule(RuleBook.MAIN, rule, NIGHT), RuleBookFacts.NONE, id -> published);
        return ((Decision.Refused<?>) decision).rejection().code();
    }

    private static String chosen(Situation situation, TariffRule... rules) {
        return choose(situation, rules).orElseThrow().tariff().id().value();
    }

    private static Optional<ChosenTariff> choose(Situation situation, TariffRule... rules) {
        return Choosing.choose(
                List.of(rules), situation, Optional.of(new TariffId("of-station")), ChoosingTest::published);
    }

    private static Optional<FrozenTariff> published(TariffId id) {
        return Optional.of(
                new FrozenTariff(id, 1, TariffSamples.eur(TariffSamples.element(TariffSamples.energy("1", null, 1)))));
    }
}
