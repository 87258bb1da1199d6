package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for every tariff. */
class RatingLawsTest {

    @Property(tries = 300)
    void linesSumToTheTotal(@ForAll("tariffs") Tariff tariff, @ForAll("sessions") List<ChargingPeriod> session) {
        Rating rating = Rating.of(tariff, session);
        Money zero = Money.zero(tariff.currency());
        assertThat(rating.lines().stream().map(BillLine::gross).reduce(zero, Money::plus))
                .isEqualTo(rating.totals().gross());
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.net().plus(line.vat())).isEqualTo(line.gross()));
        assertThat(rating.totals().net().plus(rating.totals().vat()))
                .isEqualTo(rating.totals().gross());
    }

    @Property(tries = 300)
    void splittingASessionAnywhereChangesNothing(
            @ForAll("tariffs") Tariff tariff,
            @ForAll("sessions") List<ChargingPeriod> session,
            @ForAll @IntRange(min = 0, max = 3) int which,
            @ForAll @IntRange(min = 1, max = 59) int minute) {
        List<ChargingPeriod> split = new ArrayList<>(session);
        int index = Math.min(which, session.size() - 1);
        split.addAll(index, split(split.remove(index), minute));
        assertThat(Rating.of(tariff, split)).isEqualTo(Rating.of(tariff, session));
    }

    @Property(tries = 300)
    void moreEnergyNeverCostsLess(
            @ForAll("energyTariffs") Tariff tariff,
            @ForAll @IntRange(max = 60_000) int wattHours,
            @ForAll @IntRange(max = 20_000) int more) {
        assertThat(Rating.of(tariff, List.of(hour(0, wattHours + more, Activity.CHARGING)))
                        .totals()
                        .gross())
                .isGreaterThanOrEqualTo(Rating.of(tariff, List.of(hour(0, wattHours, Activity.CHARGING)))
                        .totals()
                        .gross());
    }

    /** Every price by the Wh and the second, so that no step rounds, and without VAT, which rounds by line. */
    @Provide
    Arbitrary<Tariff> tariffs() {
        Arbitrary<TariffElement> element = Combinators.combine(prices(), prices(), prices(), restrictions())
                .as((energy, time, parking, restrictions) -> new TariffElement(
                        List.of(
                                component(TariffDimension.ENERGY, energy),
                                component(TariffDimension.TIME, time),
                                component(TariffDimension.PARKING_TIME, parking)),
                        restrictions));
        return element.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(elements -> TariffSamples.eur(elements.toArray(TariffElement[]::new)));
    }

    /** A time that grows cheaper with energy would break the law, so energy alone has a price here. */
    @Provide
    Arbitrary<Tariff> energyTariffs() {
        return Arbitraries.oneOf(
                energyTariffs(Arbitraries.of(
                        TariffRestrictions.NONE,
                        TariffSamples.kilowattHours(null, "12"),
                        TariffSamples.kilowattHours("3", "20"))),
                energyTariffs(Arbitraries.of(
                        TariffRestrictions.NONE,
                        TariffSamples.times("11:30", "12:20"),
                        TariffSamples.duration(Duration.ofMinutes(50), null))));
    }

    private static Arbitrary<Tariff> energyTariffs(Arbitrary<TariffRestrictions> restrictions) {
        return Combinators.combine(prices(), restrictions)
                .as((price, restriction) ->
                        TariffSamples.element(restriction, component(TariffDimension.ENERGY, price)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(elements -> TariffSamples.eur(elements.toArray(TariffElement[]::new)));
    }

    @Provide
    Arbitrary<List<ChargingPeriod>> sessions() {
        Arbitrary<Integer> minuteEnergy = Arbitraries.integers().between(0, 400);
        return Combinators.combine(minuteEnergy, Arbitraries.of(Activity.CHARGING, Activity.PARKING))
                .as((energy, activity) -> new Hour(energy * 60, activity))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(hours -> {
                    List<ChargingPeriod> periods = new ArrayList<>();
                    for (Hour hour : hours) {
                        periods.add(hour(periods.size(), hour.wattHours(), hour.activity()));
                    }
                    return periods;
                });
    }

    private static Arbitrary<BigDecimal> prices() {
        return Arbitraries.integers().between(0, 100).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    private static Arbitrary<@Nullable TariffRestrictions> restrictions() {
        return Arbitraries.of(
                TariffRestrictions.NONE,
                TariffSamples.times("12:20", "13:40"),
                TariffSamples.kilowattHours(null, "12"),
                TariffSamples.kilowattHours("3", "20"),
                TariffSamples.duration(Duration.ofMinutes(50), null));
    }

    private static PriceComponent component(TariffDimension dimension, BigDecimal price) {
        return new PriceComponent(dimension, price, null, 1);
    }

    private static ChargingPeriod hour(int number, int wattHours, Activity activity) {
        return new ChargingPeriod(
                START.plus(Duration.ofHours(number)),
                START.plus(Duration.ofHours(number + 1L)),
                Energy.wh(wattHours),
                activity,
                null,
                null);
    }

    private static List<ChargingPeriod> split(ChargingPeriod period, int minute) {
        Energy first = new Energy(
                period.energy().wattHours().multiply(BigDecimal.valueOf(minute)).divide(BigDecimal.valueOf(60)));
        return List.of(
                new ChargingPeriod(
                        period.from(),
                        period.from().plus(Duration.ofMinutes(minute)),
                        first,
                        period.activity(),
                        null,
                        null),
                new ChargingPeriod(
                        period.from().plus(Duration.ofMinutes(minute)),
                        period.to(),
                        period.energy().minus(first),
                        period.activity(),
                        null,
                        null));
    }

    private record Hour(int wattHours, Activity activity) {}
}
