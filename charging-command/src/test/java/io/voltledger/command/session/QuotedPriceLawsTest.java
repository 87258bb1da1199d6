package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.START;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.state;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.PriceLimit;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.command.tariff.Rating;
import io.voltledger.command.tariff.Restrictions;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A price that was quoted for periods is the price of a session that went through exactly these periods. */
class QuotedPriceLawsTest {

    /** What went on for so many minutes with so much energy. */
    record Stage(Activity activity, int minutes, int wattHours) {}

    @Property(tries = 300)
    void isThePriceThatIsCharged(@ForAll("stages") List<Stage> stages, @ForAll("tariffs") Tariff tariff) {
        Rating quoted = Rating.of(tariff, periods(stages));
        Rating charged = Rating.of(tariff, charged(stages));
        assertThat(charged.totals()).isEqualTo(quoted.totals());
        assertThat(charged.lines())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sources")
                .isEqualTo(quoted.lines());
    }

    private static List<ChargingPeriod> periods(List<Stage> stages) {
        List<ChargingPeriod> periods = new ArrayList<>();
        Instant from = START;
        for (Stage stage : stages) {
            Instant to = from.plus(Duration.ofMinutes(stage.minutes()));
            periods.add(new ChargingPeriod(from, to, Energy.wh(stage.wattHours()), stage.activity(), null, null));
            from = to;
        }
        return periods;
    }

    private static List<ChargingPeriod> charged(List<Stage> stages) {
        SessionStory story = SessionStory.of(start());
        long minute = 0;
        long shown = 1_000;
        for (Stage stage : stages) {
            story.tell(state(
                    minute,
                    stage.activity() == Activity.PARKING ? ChargingState.SUSPENDED_EV : ChargingState.CHARGING));
            minute += stage.minutes();
            shown += stage.wattHours();
            story.tell(meter(register(minute, shown)));
        }
        story.tell(stop(minute, Energy.wh(shown)));
        return story.stopped().periods();
    }

    @Provide
    Arbitrary<List<Stage>> stages() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 200);
        Arbitrary<Stage> charging = Combinators.combine(
                        minutes, Arbitraries.integers().between(0, 400))
                .as((length, perMinute) -> new Stage(Activity.CHARGING, length, length * perMinute));
        Arbitrary<Stage> parking = minutes.map(length -> new Stage(Activity.PARKING, length, 0));
        return Arbitraries.oneOf(charging, parking).list().ofMinSize(1).ofMaxSize(8);
    }

    /** By time of day, day of the week and duration, with steps, a start fee and a minimum. */
    @Provide
    Arbitrary<Tariff> tariffs() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
        return Combinators.combine(
                        Arbitraries.of("Asia/Seoul", "Asia/Kathmandu", "America/St_Johns"),
                        quarters,
                        quarters,
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3),
                        Arbitraries.of(1, 60, 300, 900),
                        Arbitraries.of(new PriceLimit(new BigDecimal("2000"), null), null)
                                .injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((zone, from, to, days, step, least, included) -> new Tariff(
                        "by the clock",
                        Currency.getInstance("KRW"),
                        ZoneId.of(zone),
                        included,
                        List.of(
                                new TariffElement(
                                        List.of(
                                                price(TariffDimension.ENERGY, 431, step),
                                                price(TariffDimension.TIME, 600, step)),
                                        clock(from, to, days)),
                                new TariffElement(
                                        List.of(
                                                price(TariffDimension.ENERGY, 199, step),
                                                price(TariffDimension.PARKING_TIME, 900, step)),
                                        after(Duration.ofMinutes(45))),
                                new TariffElement(
                                        List.of(
                                                price(TariffDimension.ENERGY, 257, step),
                                                price(TariffDimension.FLAT, 500, 1)),
                                        null)),
                        least,
                        null));
    }

    private static PriceComponent price(TariffDimension dimension, int price, int step) {
        return new PriceComponent(dimension, BigDecimal.valueOf(price), BigDecimal.TEN, step);
    }

    private static TariffRestrictions clock(int from, int to, Set<DayOfWeek> days) {
        return Restrictions.that().holdBetweenQuarters(from, to).holdOn(days).only();
    }

    private static TariffRestrictions after(Duration duration) {
        return Restrictions.that().holdAfter(duration, null).only();
    }
}
