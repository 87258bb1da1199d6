package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.SESSION;
import static io.voltledger.command.session.SessionSamples.START;
import static io.voltledger.command.session.SessionSamples.STATION;
import static io.voltledger.command.session.SessionSamples.TOKEN;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.minute;
import static io.voltledger.command.session.SessionSamples.receipt;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.state;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session comes to when it ends, and what a person is told of it. */
class StoppingTest {

    private static final Anomaly NO_REGISTER = new Anomaly(Anomaly.Code.REGISTER_MISSING, "the station says so");

    @Test
    void saysOnceThatTheStopHasNoRegister() {
        StopSession flagged = new StopSession(
                SESSION,
                STATION,
                null,
                null,
                minute(30),
                "Local",
                List.of(),
                List.of(NO_REGISTER),
                receipt(minute(30)));
        SessionStory story = SessionStory.of(start(), meter(register(10, 2_000)), flagged);
        assertThat(story.stopped().anomalies()).containsExactly(NO_REGISTER);
    }

    @Test
    void tellsWhatWasOddAboutTheRegisterAtStop() {
        SessionStopped stopped = SessionStory.of(start(), meter(register(10, 3_000)), stop(30, Energy.wh(2_000)))
                .stopped();
        assertThat(stopped.anomalies()).extracting(Anomaly::code).containsExactly(Anomaly.Code.REGISTER_WENT_BACK);
        assertThat(stopped.reviewReasons()).containsExactly("register-went-back");
    }

    @Test
    void asksNobodyToLookBecauseOfAnAnomalyAlone() {
        StopSession odd = new StopSession(
                SESSION,
                STATION,
                null,
                Energy.wh(2_000),
                minute(30),
                "Local",
                List.of(),
                List.of(new Anomaly(Anomaly.Code.UNKNOWN_WORD, "a reason of its own")),
                receipt(minute(30)));
        assertThat(SessionStory.of(start(), odd).stopped().reviewReasons()).isEmpty();
    }

    @Test
    void maySpanAWeekAndNoMoment() {
        long week = Duration.ofDays(7).toMinutes();
        assertThat(SessionStory.of(start(), stop(week, Energy.wh(2_000)))
                        .stopped()
                        .reviewReasons())
                .isEmpty();
        assertThat(SessionStory.of(start(), stop(week + 1, Energy.wh(2_000)))
                        .stopped()
                        .reviewReasons())
                .containsExactly("implausible-duration");
        assertThat(SessionStory.of(start(), stop(0, Energy.wh(1_000))).stopped().reviewReasons())
                .isEmpty();
    }

    @Test
    void keepsWhatWasOddAboutAnAcceptedStart() {
        Anomaly skew = new Anomaly(Anomaly.Code.CLOCK_SKEW, "an hour");
        StartSession odd = new StartSession(
                SESSION, STATION, new ConnectorId(1), TOKEN, Energy.wh(1_000), START, List.of(skew), receipt(START));
        SessionStarted begun = (SessionStarted) SessionStory.of().tell(odd).getFirst();
        assertThat(begun.anomalies()).containsExactly(skew);
    }

    /** So that a line of the bill can be followed to the readings around it. */
    @Test
    void namesTheReadingsAroundEachPeriod() {
        SessionStopped stopped = SessionStory.of(
                        start(), meter(register(4, 1_400)), meter(register(8, 1_800)), stop(20, Energy.wh(3_000)))
                .stopped();
        assertThat(stopped.periods())
                .extracting(ChargingPeriod::from, ChargingPeriod::to)
                .containsExactly(tuple(START, minute(8)), tuple(minute(8), minute(20)));
        Metered first = Objects.requireNonNull(stopped.periods().getFirst().metered());
        assertThat(shown(first.before())).isEqualTo(Energy.wh(1_000));
        assertThat(shown(first.after())).isEqualTo(Energy.wh(1_800));
        Metered last = Objects.requireNonNull(stopped.periods().getLast().metered());
        assertThat(shown(last.before())).isEqualTo(Energy.wh(1_800));
        assertThat(shown(last.after())).isEqualTo(Energy.wh(3_000));
    }

    @Test
    void coversTheTimeUpToAStopThatHasNoRegister() {
        SessionStopped stopped = SessionStory.of(start(), meter(register(10, 2_000)), stop(30, null))
                .stopped();
        assertThat(stopped.periods())
                .extracting(ChargingPeriod::from, ChargingPeriod::to, ChargingPeriod::energy)
                .containsExactly(
                        tuple(START, minute(10), Energy.wh(1_000)), tuple(minute(10), minute(30), Energy.ZERO));
        Metered after = Objects.requireNonNull(stopped.periods().getLast().metered());
        assertThat(shown(after.before())).isEqualTo(Energy.wh(2_000));
        assertThat(after.after()).isNull();
    }

    @Test
    void parksFromTheInstantOfAReadingOn() {
        SessionStopped stopped = SessionStory.of(
                        start(),
                        meter(register(15, 2_000)),
                        state(15, ChargingState.SUSPENDED_EV),
                        stop(30, Energy.wh(2_500)))
                .stopped();
        assertThat(stopped.periods())
                .extracting(ChargingPeriod::from, ChargingPeriod::energy, ChargingPeriod::activity)
                .containsExactly(
                        tuple(START, Energy.wh(1_000), Activity.CHARGING),
                        tuple(minute(15), Energy.wh(500), Activity.PARKING));
    }

    private static Energy shown(@Nullable MeterPoint point) {
        return Objects.requireNonNull(point).register();
    }
}
