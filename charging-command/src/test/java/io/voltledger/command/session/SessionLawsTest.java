package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.command.tariff.Rating;
import java.math.BigDecimal;
import java.time.Instant;
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

/** What holds for every session, whatever a station says. */
class SessionLawsTest {

    private static final Tariff BY_THE_KWH = new Tariff(
            "the more the cheaper",
            Currency.getInstance("KRW"),
            ZoneId.of("Asia/Seoul"),
            true,
            List.of(element(new BigDecimal("10"), 300), element(null, 400)),
            null,
            null);

    private static TariffElement element(@Nullable BigDecimal minKwh, long price) {
        return new TariffElement(
                List.of(new PriceComponent(TariffDimension.ENERGY, BigDecimal.valueOf(price), BigDecimal.TEN, 1)),
                new TariffRestrictions(
                        null, null, null, null, minKwh, null, null, null, null, null, null, null, Set.of(), null));
    }

    @Property(tries = 300)
    void energyNeverFalls(@ForAll("talk") List<SessionCommand> talk) {
        SessionStory story = SessionStory.of(start());
        Energy before = Energy.ZERO;
        for (SessionCommand command : talk) {
            for (SessionEvent event : story.tell(command)) {
                if (event instanceof EnergyMetered metered) {
                    assertThat(metered.energy()).isGreaterThanOrEqualTo(before);
                    before = metered.energy();
                }
            }
        }
        story.tell(stop(700, null));
        assertThat(story.stopped().energy()).isEqualTo(before);
    }

    @Property(tries = 300)
    void periodsCoverTheSessionAndHoldItsEnergy(
            @ForAll("talk") List<SessionCommand> talk,
            @ForAll("registers") long meterStop,
            @ForAll("minutes") long end) {
        SessionStory story = SessionStory.of(start());
        talk.forEach(story::tell);
        story.tell(stop(end, Energy.wh(meterStop)));
        SessionStopped stopped = story.stopped();
        assertThat(stopped.periods().stream().map(ChargingPeriod::energy).reduce(Energy.ZERO, Energy::plus))
                .isEqualTo(stopped.energy());
        Instant until = stopped.startedAt();
        for (ChargingPeriod period : stopped.periods()) {
            assertThat(period.from()).isEqualTo(until);
            until = period.to();
        }
        assertThat(until).isEqualTo(stopped.stoppedAt());
    }

    @Property(tries = 200)
    void sayingAllTwiceChangesNothing(@ForAll("talk") List<SessionCommand> talk) {
        SessionStory once = SessionStory.of(start());
        SessionStory twice = SessionStory.of(start(), start());
        for (SessionCommand command : talk) {
            once.tell(command);
            twice.tell(command);
            twice.tell(command);
        }
        once.tell(stop(700, Energy.wh(50_000)));
        twice.tell(stop(700, Energy.wh(50_000)));
        assertThat(twice.tell(stop(700, Energy.wh(50_000)))).isEmpty();
        assertThat(twice.stopped()).isEqualTo(once.stopped());
    }

    /** Where no price depends on the time of day: what a late reading says of the time before it is not told apart any more. */
    @Property(tries = 300)
    void everyOrderOfTheReadingsGivesOneBill(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 60) Integer> minutes,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(max = 4_000) Integer> steps,
            @ForAll Random order) {
        List<SessionCommand> readings = new ArrayList<>();
        long register = 0;
        long minute = 0;
        for (int index = 0; index < minutes.size(); index++) {
            minute += minutes.get(index);
            register += steps.get(index);
            readings.add(meter(register(minute, register)));
        }
        Rating inOrder = bill(readings, register);
        Collections.shuffle(readings, order);
        assertThat(bill(readings, register)).isEqualTo(inOrder);
    }

    private static Rating bill(List<SessionCommand> readings, long meterStop) {
        SessionStory story = SessionStory.of(start(Energy.ZERO));
        readings.forEach(story::tell);
        story.tell(stop(700, Energy.wh(meterStop)));
        return Rating.of(BY_THE_KWH, story.stopped().periods());
    }

    @Provide
    Arbitrary<List<SessionCommand>> talk() {
        Arbitrary<SessionCommand> readings =
                Combinators.combine(minutes(), registers()).as((minute, value) -> meter(register(minute, value)));
        Arbitrary<SessionCommand> states = Combinators.combine(minutes(), Arbitraries.of(ChargingState.class))
                .as(SessionSamples::state);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, readings), net.jqwik.api.Tuple.of(1, states))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> registers() {
        return Arbitraries.longs().between(0, 60_000);
    }

    @Provide
    Arbitrary<Long> minutes() {
        return Arbitraries.longs().between(1, 600);
    }
}
