package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every session, whatever a station says. */
class SessionLawsTest {

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
    }

    /** What came in of old clocks may leave less, once all is counted in order of its time. */
    @Property(tries = 300)
    void saysWhereTheStopCountsLessThanWasTold(@ForAll("talk") List<SessionCommand> talk) {
        SessionStory story = SessionStory.of(start());
        talk.forEach(story::tell);
        Energy told = story.facts().metering().told();
        story.tell(stop(700, null));
        boolean less = story.stopped().energy().compareTo(told) < 0;
        assertThat(story.stopped().anomalies().stream()
                        .anyMatch(anomaly -> anomaly.code() == Anomaly.Code.LATE_READING))
                .isEqualTo(less);
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
