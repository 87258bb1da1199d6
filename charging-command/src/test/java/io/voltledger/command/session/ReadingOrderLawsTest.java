package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.power;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.command.tariff.Rating;
import io.voltledger.command.tariff.Restrictions;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** In whichever order a station's readings come in, the session costs the same: it is counted in the order of their time. */
class ReadingOrderLawsTest {

    private static final long STOP = 700;

    @Property(tries = 500)
    void everyOrderOfTheReadingsGivesOneBill(
            @ForAll("states") List<SessionCommand> states,
            @ForAll("readings") List<SessionCommand> readings,
            @ForAll("tariffs") Tariff tariff,
            @ForAll @IntRange(max = 60_000) int meterStop,
            @ForAll Random order) {
        List<SessionCommand> statesFirst = new ArrayList<>(states);
        statesFirst.addAll(readings);
        SessionStopped inOrder = told(statesFirst, Energy.wh(meterStop));
        List<SessionCommand> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, order);
        shuffled.addAll(states);
        SessionStopped otherwise = told(shuffled, Energy.wh(meterStop));

        assertThat(otherwise.energy()).isEqualTo(inOrder.energy());
        assertThat(periods(otherwise)).isEqualTo(periods(inOrder));
        assertThat(otherwise.reviewReasons()).isEqualTo(inOrder.reviewReasons());
        assertThat(rated(tariff, otherwise)).isEqualTo(rated(tariff, inOrder));
    }

    @Property(tries = 200)
    void everyOrderOfTheReadingsGivesOneBillWhereTheLastRegisterIsTheOneThatCounts(
            @ForAll("readings") List<SessionCommand> readings, @ForAll Random order) {
        List<SessionCommand> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, order);
        assertThat(periods(told(shuffled, null))).isEqualTo(periods(told(readings, null)));
    }

    /** Long enough that not every sample is kept. */
    @Property(tries = 5)
    void everyOrderOfTheReadingsOfALongSessionGivesOneBill(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @Size(160) List<@IntRange(max = 900) Integer> steps,
            @ForAll Random order) {
        List<SessionCommand> readings = new ArrayList<>();
        long register = 1_000;
        for (int step = 0; step < steps.size(); step++) {
            register += steps.get(step);
            readings.add(meter(register(4L * step + 1, register)));
        }
        SessionStopped inOrder = told(readings, Energy.wh(register));
        Collections.shuffle(readings, order);
        SessionStopped otherwise = told(readings, Energy.wh(register));

        assertThat(otherwise.energy()).isEqualTo(Energy.wh(register - 1_000));
        assertThat(rated(tariff, otherwise)).isEqualTo(rated(tariff, inOrder));
    }

    /** A reading that says no more than that energy was drawn evenly changes nothing. */
    @Property(tries = 300)
    void aReadingMoreNeverChangesThePrice(
            @ForAll("tariffs") Tariff tariff, @ForAll @IntRange(min = 1, max = 699) int minute) {
        Rating whole = priced(tariff);
        assertThat(priced(tariff, meter(register(minute, 1_000 + 60L * minute))))
                .isEqualTo(whole);
    }

    private static Rating priced(Tariff tariff, SessionCommand... readings) {
        Rating rating = Rating.of(
                tariff, told(List.of(readings), Energy.wh(1_000 + 60 * STOP)).periods());
        return new Rating(
                rating.lines().stream()
                        .map(ReadingOrderLawsTest::withoutSources)
                        .toList(),
                rating.totals());
    }

    private static BillLine withoutSources(BillLine line) {
        return new BillLine(
                line.kind(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.net(),
                line.vatRate(),
                line.vat(),
                line.gross());
    }

    private static Rating rated(Tariff tariff, SessionStopped stopped) {
        return Rating.of(tariff, periods(stopped));
    }

    /** All but the positions of events, which do tell what came in when. */
    private static List<ChargingPeriod> periods(SessionStopped stopped) {
        return stopped.periods().stream()
                .map(period -> new ChargingPeriod(
                        period.from(),
                        period.to(),
                        period.energy(),
                        period.activity(),
                        period.power(),
                        period.current(),
                        placeless(period.metered())))
                .toList();
    }

    private static @Nullable Metered placeless(@Nullable Metered metered) {
        return metered == null ? null : new Metered(placeless(metered.before()), placeless(metered.after()));
    }

    private static @Nullable MeterPoint placeless(@Nullable MeterPoint point) {
        return point == null ? null : new MeterPoint(point.register(), point.at(), 0);
    }

    private static SessionStopped told(List<SessionCommand> readings, @Nullable Energy meterStop) {
        SessionStory story = SessionStory.of(start());
        readings.forEach(story::tell);
        story.tell(stop(STOP, meterStop));
        return story.stopped();
    }

    /** What the vehicle does. */
    @Provide
    Arbitrary<List<SessionCommand>> states() {
        return Combinators.combine(Arbitraries.longs().between(1, 690), Arbitraries.of(ChargingState.class))
                .<SessionCommand>as(SessionSamples::state)
                .list()
                .ofMaxSize(4);
    }

    /** Registers that rise, and now and then one that restarts, shows a zero or jumps; power alone. */
    @Provide
    Arbitrary<List<SessionCommand>> readings() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 690);
        Arbitrary<SessionCommand> rising = minutes.map(minute -> meter(register(minute, 1_000 + 70L * minute)));
        Arbitrary<SessionCommand> odd = Combinators.combine(
                        minutes, Arbitraries.longs().between(0, 60_000))
                .as((minute, value) -> meter(register(minute, value)));
        Arbitrary<SessionCommand> powers = minutes.map(minute -> meter(power(minute, 7_000)));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, rising),
                        net.jqwik.api.Tuple.of(1, odd),
                        net.jqwik.api.Tuple.of(1, powers))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** They vary by time of day, by day of the week, by energy and by power, in zones of whole, half and quarter hours. */
    @Provide
    Arbitrary<Tariff> tariffs() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
        return Combinators.combine(
                        Arbitraries.of("Asia/Seoul", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns"),
                        quarters,
                        quarters,
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3),
                        Arbitraries.integers().between(1, 40))
                .as((zone, from, to, days, kilowattHours) -> new Tariff(
                        "by the clock",
                        Currency.getInstance("KRW"),
                        ZoneId.of(zone),
                        true,
                        List.of(
                                element(clock(from, to, days), TariffDimension.ENERGY, 431),
                                element(above(kilowattHours), TariffDimension.ENERGY, 257),
                                element(TariffRestrictions.NONE, TariffDimension.ENERGY, 199),
                                element(clock(to, from, days), TariffDimension.PARKING_TIME, 900),
                                element(fast(), TariffDimension.TIME, 120)),
                        null,
                        null));
    }

    private static TariffRestrictions clock(int from, int to, Set<DayOfWeek> days) {
        return Restrictions.that().holdBetweenQuarters(from, to).holdOn(days).only();
    }

    private static TariffRestrictions above(int kilowattHours) {
        return Restrictions.that()
                .holdFromKilowattHours(Integer.toString(kilowattHours), null)
                .only();
    }

    private static TariffRestrictions fast() {
        return Restrictions.that().holdFromKilowatts("4", null).only();
    }

    private static TariffElement element(TariffRestrictions restrictions, TariffDimension dimension, int price) {
        return new TariffElement(
                List.of(new PriceComponent(dimension, BigDecimal.valueOf(price), BigDecimal.TEN, 1)), restrictions);
    }
}
