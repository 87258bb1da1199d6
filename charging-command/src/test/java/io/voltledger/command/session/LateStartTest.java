package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.ACCEPTED;
import static io.voltledger.command.session.SessionSamples.SESSION;
import static io.voltledger.command.session.SessionSamples.START;
import static io.voltledger.command.session.SessionSamples.STATION;
import static io.voltledger.command.session.SessionSamples.TOKEN;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.minute;
import static io.voltledger.command.session.SessionSamples.receipt;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session becomes that learns of its beginning after it began. */
class LateStartTest {

    @Test
    void countsWhatWasDrawnSinceTheStartThatCameLate() {
        SessionStory story = SessionStory.of(meter(register(10, 3_000)), meter(register(20, 4_000)));
        assertThat(learned(story, learn(TOKEN, 1_000L, START)).energy()).isEqualTo(Energy.wh(3_000));
        story.tell(stop(30, Energy.wh(5_000)));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(4_000));
        assertThat(story.stopped().startedAt()).isEqualTo(START);
        assertThat(story.stopped().reviewReasons()).isEmpty();
        ChargingPeriod first = story.stopped().periods().getFirst();
        assertThat(first.energy()).isEqualTo(Energy.wh(2_000));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(first.metered()).before())
                        .event())
                .isEqualTo(3);
    }

    @Test
    void saysNoEnergyWhereTheStartTellsNothingNew() {
        assertThat(learned(SessionStory.of(meter(register(10, 3_000))), learn(TOKEN, 3_000L, minute(10)))
                        .energy())
                .isNull();
        assertThat(learned(SessionStory.of(meter(register(10, 3_000))), learn(TOKEN, null, START))
                        .energy())
                .isNull();
    }

    @Test
    void countsBetweenTheRegistersOfStartAndStopWhereItHasStopped() {
        SessionStory stopped = SessionStory.of(stop(30, Energy.wh(5_000)));
        assertThat(learned(stopped, learn(TOKEN, 1_000L, START)).energy()).isEqualTo(Energy.wh(4_000));
        SessionStory equal = SessionStory.of(stop(30, Energy.wh(5_000)));
        assertThat(learned(equal, learn(TOKEN, 5_000L, START)).energy()).isEqualTo(Energy.ZERO);
        SessionStory back = SessionStory.of(stop(30, Energy.wh(500)));
        assertThat(learned(back, learn(TOKEN, 1_000L, START)).energy()).isNull();
        SessionStory silent = SessionStory.of(stop(30, null));
        assertThat(learned(silent, learn(TOKEN, 1_000L, START)).energy()).isNull();
    }

    @Test
    void leavesTheCountWhereTheStartIsSaidToComeAfterAllThatWasRead() {
        SessionStory story = SessionStory.of(meter(register(10, 3_000)), meter(register(20, 4_000)));
        story.tell(learn(TOKEN, 1_000L, minute(25)));
        story.tell(stop(30, Energy.wh(5_000)));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(2_000));
    }

    @Test
    void learnsTheTokenOfASessionWhoseStartIsKnown() {
        SessionStory story = new SessionStory(SessionSamples.surroundings(ACCEPTED));
        story.tell(new StartSession(
                SESSION,
                STATION,
                new ConnectorId(1),
                IdToken.UNNAMED,
                Energy.wh(1_000),
                START,
                List.of(),
                receipt(START)));
        StartLearned learned = learned(story, learn(TOKEN, 7L, minute(3)));
        assertThat(learned.token()).isEqualTo(TOKEN);
        assertThat(learned.startedAt()).isEqualTo(START);
        assertThat(learned.meterStart()).isEqualTo(Energy.wh(1_000));
        assertThat(learned.energy()).isNull();
        assertThat(story.tell(learn(new IdToken("OTHER"), 7L, minute(3)))).isEmpty();
    }

    @Test
    void flagsATokenThatMayNotChargeAndKeepsWhatElseWasOdd() {
        SessionStory story = new SessionStory(SessionSamples.surroundings(
                new Authorization(AuthorizationStatus.BLOCKED, ACCEPTED.member(), null, null)));
        story.tell(meter(register(10, 3_000)));
        Anomaly skew = new Anomaly(Anomaly.Code.CLOCK_SKEW, "an hour");
        assertThat(learned(story, learn(TOKEN, 1_000L, START, skew)).anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.CLOCK_SKEW, Anomaly.Code.TOKEN_NOT_ACCEPTED);
        SessionStory accepted = SessionStory.of(meter(register(10, 3_000)));
        assertThat(learned(accepted, learn(TOKEN, 1_000L, START, skew)).anomalies())
                .containsExactly(skew);
    }

    @Test
    void changesNothingOfAStartThatIsKnownWhole() {
        assertThat(SessionStory.of(start()).tell(learn(TOKEN, 7L, minute(3)))).isEmpty();
    }

    private static StartLearned learned(SessionStory story, LearnStart command) {
        return (StartLearned) story.tell(command).getFirst();
    }

    private static LearnStart learn(
            IdToken token, @Nullable Long meterStart, @Nullable Instant at, Anomaly... anomalies) {
        return new LearnStart(
                SESSION,
                STATION,
                new ConnectorId(1),
                token,
                meterStart == null ? null : Energy.wh(meterStart),
                at,
                List.of(anomalies),
                receipt(minute(25)));
    }
}
