package io.voltledger.command.pricing;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.PricingCommand.SetTariffRule;
import io.voltledger.api.pricing.PricingCommand.WithdrawTariffRule;
import io.voltledger.api.pricing.RuleBook;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRule.Membership;
import io.voltledger.api.pricing.TariffRuleId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules that give tariffs to sessions, as operators set them. */
@RestController
@RequestMapping("/api/tariff-rules")
class TariffRuleController {

    private final Operators operators;
    private final TariffChoices choices;
    private final Clock clock;

    TariffRuleController(Operators operators, TariffChoices choices, Clock clock) {
        this.operators = operators;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * A rule as it is put: its id stands in the path.
     *
     * @param priority 0 where absent
     */
    record RuleContent(
            @NotNull TariffId tariff,
            @Nullable Integer priority,
            @Nullable StationId station,
            @Nullable ConnectorId connector,
            @Nullable IdToken group,
            @Nullable MemberId member,
            @Nullable Membership membership,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable LocalTime startTime,
            @Nullable LocalTime endTime,
            @Nullable Set<DayOfWeek> daysOfWeek) {

        TariffRule as(TariffRuleId id) {
            return new TariffRule(
                    id,
                    tariff,
                    priority == null ? 0 : priority,
                    station,
                    connector,
                    group,
                    member,
                    membership,
                    validFrom,
                    validTo,
                    startTime,
                    endTime,
                    daysOfWeek == null ? Set.of() : daysOfWeek);
        }
    }

    /** @param next always absent: the rules are few */
    record Rules(List<TariffRule> items, @Nullable String next) {}

    @GetMapping
    Rules list() {
        return new Rules(choices.rules(), null);
    }

    @PutMapping("/{rule}")
    TariffRule set(@PathVariable String rule, @Valid @RequestBody RuleContent content) {
        TariffRule wanted = content.as(new TariffRuleId(rule));
        operators.send(new SetTariffRule(RuleBook.MAIN, wanted, clock.instant()));
        return wanted;
    }

    @DeleteMapping("/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String rule) {
        operators.send(new WithdrawTariffRule(RuleBook.MAIN, new TariffRuleId(rule), clock.instant()));
    }
}
