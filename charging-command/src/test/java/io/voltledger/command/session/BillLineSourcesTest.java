package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.TARIFF;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.minute;
import static io.voltledger.command.session.SessionSamples.power;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.state;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.LineSource;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import io.voltledger.command.tariff.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** From a line of a bill one goes back to the events that told what it charges for. */
class BillLineSourcesTest {

    @Test
    void nameTheRegistersAndTheEventsThatToldThem() {
        SessionStory story = SessionStory.of(
                start(),
                meter(register(20, 4_000)),
                meter(power(25, 7_000)),
                meter(register(10, 2_000)),
                state(30, ChargingState.SUSPENDED_EV),
                stop(60, Energy.wh(6_000)));
        assertThat(line(story).sources())
                .containsExactly(new LineSource(
                        minute(0),
                        minute(30),
                        new BigDecimal("5"),
                        new Metered(
                                new MeterPoint(Energy.wh(1_000), minute(0), 0),
                                new MeterPoint(Energy.wh(6_000), minute(60), 5))));
    }

    @Test
    void placeALateReadingInTimeAndNameTheLateEvent() {
        SessionStory story = SessionStory.of(
                start(), meter(register(40, 4_000)), meter(register(20, 2_000)), stop(60, Energy.wh(6_000)));
        assertThat(story.stopped().periods())
                .extracting(ChargingPeriod::metered)
                .extracting(metered -> Objects.requireNonNull(metered.after()).event())
                .containsExactly(2L, 1L, 3L);
    }

    @Property(tries = 200)
    void everyRegisterIsInTheEventThatIsNamed(@ForAll("talk") List<SessionCommand> talk) {
        SessionStory story = SessionStory.of(start());
        talk.forEach(story::tell);
        story.tell(stop(700, Energy.wh(50_000)));
        assertThat(story.stopped().periods().stream().flatMap(BillLineSourcesTest::points))
                .allSatisfy(point -> assertThat(told(story.events().get((int) point.event())))
                        .contains(point.register()));
    }

    @Property(tries = 200)
    void whatALineChargesForIsTheSumOfItsSources(@ForAll("talk") List<SessionCommand> talk) {
        SessionStory story = SessionStory.of(start());
        talk.forEach(story::tell);
        story.tell(stop(700, Energy.wh(50_500)));
        BillLine line = line(story);
        assertThat(line.sources().stream().map(LineSource::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(line.quantity(), within(new BigDecimal("0.001")));
    }

    private static BillLine line(SessionStory story) {
        return Rating.of(TARIFF.tariff(), story.stopped().periods()).lines().getFirst();
    }

    private static Stream<MeterPoint> points(ChargingPeriod period) {
        Metered metered = Objects.requireNonNull(period.metered());
        return Stream.of(metered.before(), metered.after()).filter(Objects::nonNull);
    }

    private static List<Energy> told(SessionEvent event) {
        return switch (event) {
            case SessionStarted started -> List.of(Objects.requireNonNull(started.meterStart()));
            case EnergyMetered metered -> registers(metered.readings());
            case SessionStopped stopped -> List.of(Objects.requireNonNull(stopped.meterStop()));
            case SessionEvent other -> List.of();
        };
    }

    private static List<Energy> registers(List<MeterReading> readings) {
        return readings.stream()
                .flatMap(reading -> Samples.register(reading).stream())
                .toList();
    }

    @Provide
    Arbitrary<List<SessionCommand>> talk() {
        Arbitrary<SessionCommand> readings = Combinators.combine(
                        Arbitraries.longs().between(1, 600), Arbitraries.longs().between(0, 60_000))
                .as((minute, value) -> meter(register(minute, value)));
        Arbitrary<SessionCommand> powers =
                Arbitraries.longs().between(1, 600).map(minute -> meter(power(minute, 7_000)));
        return Arbitraries.oneOf(readings, powers).list().ofMaxSize(10);
    }
}
