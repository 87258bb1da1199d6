package io.voltledger.command.pricing;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.tariff.Rating;
import io.voltledger.command.tariff.Tariffs;
import io.voltledger.command.token.Tokens;
import io.voltledger.runtime.ResourceNotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a session would cost: the tariff chosen and the periods rated as a session's are. */
@RestController
@RequestMapping("/api/tariffs/quote")
class QuoteController {

    private final TariffChoices choices;
    private final Tariffs tariffs;
    private final Tokens tokens;
    private final Clock clock;

    QuoteController(TariffChoices choices, Tariffs tariffs, Tokens tokens, Clock clock) {
        this.choices = choices;
        this.tariffs = tariffs;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Periods to rate; the tariff is named, or chosen as for a session that starts now at the station.
     *
     * @param connector 1 where absent
     */
    record Asked(
            @Nullable TariffId tariff,
            @Nullable StationId station,
            @Nullable ConnectorId connector,
            @Nullable IdToken token,
            @Valid @NotEmpty List<ChargingPeriod> periods) {}

    /**
     * The price.
     *
     * @param choice why this tariff; absent where it was asked for by name
     */
    record Quote(
            TariffId tariff,
            int version,
            @Nullable TariffChoice choice,
            List<ChargingPeriod> periods,
            List<BillLine> lines,
            BillTotals totals) {}

    /**
     * @param at when charging starts; now where absent
     * @param energy Wh
     * @param charging how long it charges, an hour where absent
     */
    @GetMapping
    Quote expected(
            @RequestParam Optional<String> tariff,
            @RequestParam Optional<String> station,
            @RequestParam(defaultValue = "1") int connector,
            @RequestParam Optional<String> token,
            @RequestParam Optional<Instant> at,
            @RequestParam BigDecimal energy,
            @RequestParam(defaultValue = "PT1H") Duration charging,
            @RequestParam(defaultValue = "PT0S") Duration parking,
            @RequestParam(defaultValue = "PT0S") Duration reserved) {
        List<ChargingPeriod> periods =
                Expected.periods(at.orElseGet(clock::instant), new Energy(energy), charging, parking, reserved);
        return of(new Asked(
                tariff.map(TariffId::new).orElse(null),
                station.map(StationId::new).orElse(null),
                new ConnectorId(connector),
                token.map(IdToken::new).orElse(null),
                periods));
    }

    @PostMapping
    Quote of(@Valid @RequestBody Asked asked) {
        ChosenTariff chosen = choose(asked);
        FrozenTariff tariff = chosen.tariff();
        Rating rating = Rating.of(tariff.tariff(), asked.periods());
        return new Quote(
                tariff.id(), tariff.version(), chosen.choice(), asked.periods(), rating.lines(), rating.totals());
    }

    private ChosenTariff choose(Asked asked) {
        TariffId named = asked.tariff();
        if (named != null) {
            return tariffs.latest(named)
                    .map(tariff -> new ChosenTariff(tariff, null))
                    .orElseThrow(() -> new ResourceNotFound("tariff " + named.value()));
        }
        StationId station = Optional.ofNullable(asked.station())
                .orElseThrow(() -> new IllegalArgumentException("A quote needs a tariff or a station"));
        return choices.choose(situation(asked, station))
                .orElseThrow(() -> new ResourceNotFound("tariff for station " + station.value()));
    }

    private Situation situation(Asked asked, StationId station) {
        Instant at = asked.periods().getFirst().from();
        IdToken token = asked.token();
        ConnectorId connector = asked.connector();
        return new Situation(
                station,
                connector == null ? new ConnectorId(1) : connector,
                token,
                token == null ? Authorization.UNKNOWN_TOKEN : tokens.authorize(token, at),
                at);
    }
}
