package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.ACCEPTED;
import static io.voltledger.command.session.SessionSamples.CHOICE;
import static io.voltledger.command.session.SessionSamples.SESSION;
import static io.voltledger.command.session.SessionSamples.START;
import static io.voltledger.command.session.SessionSamples.STATION;
import static io.voltledger.command.session.SessionSamples.TARIFF;
import static io.voltledger.command.session.SessionSamples.TOKEN;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.minute;
import static io.voltledger.command.session.SessionSamples.receipt;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.state;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.ChargingStateChanged;
import io.voltledger.api.session.SessionEvent.LateReadingKept;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.Snapshots;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ChargingSessionTest {

    private final AggregateTestFixture<ChargingSession> session = new AggregateTestFixture<>(ChargingSession.class);

    ChargingSessionTest() {
        session.registerInjectableResource(SessionSamples.surroundings(ACCEPTED));
    }

    private static SessionStarted started() {
        return new SessionStarted(
                SESSION,
                STATION,
                new ConnectorId(1),
                TOKEN,
                ACCEPTED,
                Energy.wh(1_000),
                START,
                TARIFF,
                false,
                List.of(),
                receipt(START),
                CHOICE);
    }

    @Test
    void startsWithTheTariffOfTheMomentFrozen() {
        session.givenNoPriorActivity()
                .when(start())
                .expectEvents(started())
                .expectResultMessagePayload(new StartOutcome(SESSION, ACCEPTED, false));
    }

    @Test
    void answersARepeatedStartTheSame() {
        session.given(started())
                .when(start())
                .expectNoEvents()
                .expectResultMessagePayload(new StartOutcome(SESSION, ACCEPTED, false));
    }

    @Test
    void noticesAnotherStartOfTheSameId() {
        StartSession other = new StartSession(
                SESSION, STATION, new ConnectorId(2), TOKEN, Energy.wh(7), START, List.of(), receipt(START));
        session.given(started())
                .when(other)
                .expectNoEvents()
                .expectResultMessagePayload(new StartOutcome(SESSION, Authorization.UNKNOWN_TOKEN, true));
    }

    @Test
    void startsWithABlockedTokenAndParksIt() {
        Authorization blocked = new Authorization(AuthorizationStatus.BLOCKED, ACCEPTED.member(), null, null);
        SessionStory story = new SessionStory(SessionSamples.surroundings(blocked));
        assertThat(story.tell(start())).singleElement().satisfies(event -> {
            SessionStarted begun = (SessionStarted) event;
            assertThat(begun.authorization()).isEqualTo(blocked);
            assertThat(begun.anomalies()).extracting(Anomaly::code).containsExactly(Anomaly.Code.TOKEN_NOT_ACCEPTED);
        });
        story.tell(meter(register(10, 2_000)));
        story.tell(stop(11, Energy.wh(2_000)));
        assertThat(story.stopped().reviewReasons()).containsExactly("token-not-accepted");
    }

    @Test
    void flagsAStopByAStrangerButNotByTheDriversGroup() {
        Map<IdToken, IdToken> groups = Map.of(TOKEN, new IdToken("G1"), new IdToken("MATE"), new IdToken("G1"));
        Surroundings town = SessionSamples.surroundings(
                token -> new Authorization(AuthorizationStatus.ACCEPTED, ACCEPTED.member(), groups.get(token), null));

        assertThat(stoppedBy(town, "MATE")).isEmpty();
        assertThat(stoppedBy(town, "G1")).isEmpty();
        assertThat(stoppedBy(town, TOKEN.value())).isEmpty();
        assertThat(stoppedBy(town, "STRANGER")).containsExactly(Anomaly.Code.STOPPED_BY_OTHER);
    }

    private static List<Anomaly.Code> stoppedBy(Surroundings town, String token) {
        SessionStory story = new SessionStory(town);
        story.tell(start());
        story.tell(new StopSession(
                SESSION,
                STATION,
                new IdToken(token),
                Energy.wh(2_000),
                minute(30),
                "Local",
                List.of(),
                List.of(),
                receipt(minute(30))));
        return story.stopped().anomalies().stream().map(Anomaly::code).toList();
    }

    @Test
    void isClosedByAnOperatorOnceAndKeepsWhatTheStationStillSays() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 2_500)));
        CloseSession close = new CloseSession(SESSION, STATION, "Other", minute(20));
        story.tell(close);
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(1_500));
        assertThat(story.stopped().reason()).isEqualTo("Other");
        assertThat(story.stopped().reviewReasons()).containsExactly("closed-by-operator");
        assertThat(story.tell(close)).isEmpty();
        assertThat(story.tell(stop(30, Energy.wh(3_000)))).singleElement().isInstanceOf(StopRepeated.class);
    }

    @Test
    void refusesToCloseWhatWasNeverThere() {
        session.givenNoPriorActivity()
                .when(new CloseSession(SESSION, STATION, "Other", START))
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no session " + SESSION.value()));
    }

    @Test
    void opensAnOrphanForAReadingOfAnUnknownTransaction() {
        SessionStory story = SessionStory.of(meter(register(10, 5_000)), meter(register(20, 6_000)));
        story.tell(stop(30, Energy.wh(6_500)));
        SessionStopped stopped = story.stopped();
        assertThat(stopped.energy()).isEqualTo(Energy.wh(1_500));
        assertThat(stopped.startedAt()).isEqualTo(minute(10));
        assertThat(stopped.reviewReasons()).containsExactly("orphan", "meter-start-missing");
    }

    @Test
    void opensAndClosesAnOrphanForAStopAlone() {
        List<SessionEvent> events = SessionStory.of().tell(stop(30, Energy.wh(6_500)));
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(SessionStarted.class, SessionStopped.class);
        assertThat(((SessionStarted) events.getFirst()).orphan()).isTrue();
        assertThat(((SessionStopped) events.getLast()).reviewReasons()).contains("orphan");
    }

    @Test
    void separatesChargingFromParking() {
        SessionStory story = SessionStory.of(
                start(),
                meter(register(15, 4_000)),
                state(30, ChargingState.SUSPENDED_EV),
                meter(register(45, 6_000)),
                state(50, ChargingState.SUSPENDED_EVSE),
                stop(60, Energy.wh(6_000)));
        assertThat(story.stopped().periods())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("metered")
                .containsExactly(
                        period(0, 15, 3_000, Activity.CHARGING),
                        period(15, 30, 2_000, Activity.CHARGING),
                        period(30, 45, 0, Activity.PARKING),
                        period(45, 50, 0, Activity.PARKING),
                        period(50, 60, 0, Activity.CHARGING));
    }

    @Test
    void recordsAStateOnce() {
        session.given(
                        started(),
                        new ChargingStateChanged(SESSION, ChargingState.CHARGING, minute(1), receipt(minute(1))))
                .when(state(2, ChargingState.CHARGING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void keepsAStopThatIsRepeatedOnce() {
        session.given(started())
                .andGivenCommands(stop(30, Energy.wh(3_000)))
                .when(stop(30, Energy.wh(3_000)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void keepsAStopThatDiffersBesideTheFirst() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 2_000)), stop(30, Energy.wh(3_000)));
        assertThat(story.tell(stop(30, Energy.wh(3_100))))
                .singleElement()
                .isInstanceOfSatisfying(
                        StopRepeated.class,
                        repeated -> assertThat(repeated.anomalies())
                                .extracting(Anomaly::code)
                                .containsExactly(Anomaly.Code.STOP_DIFFERS));
        assertThat(story.tell(stop(30, Energy.wh(3_100)))).isEmpty();
    }

    @Test
    void keepsWhatIsReadAfterTheStop() {
        SessionStory story = SessionStory.of(start(), stop(30, Energy.wh(3_000)));
        assertThat(story.tell(meter(register(31, 3_050)))).singleElement().isInstanceOf(LateReadingKept.class);
        assertThat(story.tell(meter(register(31, 3_050)))).isEmpty();
    }

    @Test
    void takesTheLastReadingWhereTheStopHasNone() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 2_000)), stop(30, null));
        assertThat(story.stopped().meterStop()).isEqualTo(Energy.wh(2_000));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(1_000));
        assertThat(story.stopped().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.REGISTER_MISSING);
        assertThat(story.stopped().reviewReasons()).isEmpty();
    }

    @Test
    void parksASessionWithoutAnyRegister() {
        assertThat(SessionStory.of(start(), stop(30, null)).stopped().reviewReasons())
                .containsExactly("register-missing");
        assertThat(SessionStory.of(start(null), stop(30, Energy.wh(4_000)))
                        .stopped()
                        .reviewReasons())
                .containsExactly("meter-start-missing");
    }

    @Test
    void parksASessionThatStoppedBeforeItStarted() {
        SessionStopped stopped =
                SessionStory.of(start(), stop(-5, Energy.wh(1_500))).stopped();
        assertThat(stopped.reviewReasons()).containsExactly("stop-before-start");
        assertThat(stopped.energy()).isEqualTo(Energy.wh(500));
        assertThat(stopped.anomalies()).extracting(Anomaly::code).containsExactly(Anomaly.Code.STOP_BEFORE_START);
    }

    @Test
    void parksASessionWhoseClockWasWrong() {
        assertThat(SessionStory.of(start(), stop(60 * 24 * 365, Energy.wh(1_500)))
                        .stopped()
                        .reviewReasons())
                .containsExactly("implausible-duration");
    }

    @Test
    void countsTheReadingsThatComeWithTheStop() {
        SessionStopped stopped = SessionStory.of(
                        start(), stop(30, Energy.wh(3_000), register(10, 2_000), register(20, 2_500)))
                .stopped();
        assertThat(stopped.energy()).isEqualTo(Energy.wh(2_000));
        assertThat(stopped.periods().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("metered")
                .isEqualTo(period(0, 10, 1_000, Activity.CHARGING));
    }

    @Test
    void answersWhoStoppedIt() {
        StopSession named = new StopSession(
                SESSION,
                STATION,
                TOKEN,
                Energy.wh(2_000),
                minute(30),
                "Local",
                List.of(),
                List.of(),
                receipt(minute(30)));
        session.given(started()).when(named).expectResultMessagePayload(ACCEPTED);
        session.given(started()).when(stop(30, Energy.wh(2_000))).expectResultMessagePayload(null);
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        ChargingSession shell = new ChargingSession();
        shell.on(started());
        shell.on(new ChargingStateChanged(SESSION, ChargingState.SUSPENDED_EV, minute(5), receipt(minute(5))));
        shell.on(SessionStory.of(start(), meter(register(10, 2_000))).lastMetered());
        assertThat(Snapshots.readBack(shell, ChargingSession.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static ChargingPeriod period(long from, long to, long wattHours, Activity activity) {
        return new ChargingPeriod(minute(from), minute(to), Energy.wh(wattHours), activity, null, null);
    }

    @Test
    void learnsItsStartAfterItBegan() {
        session.given(orphan())
                .when(late(TOKEN, 1_000L))
                .expectEvents(new StartLearned(
                        SESSION,
                        new ConnectorId(1),
                        TOKEN,
                        ACCEPTED,
                        Energy.wh(1_000),
                        START,
                        false,
                        null,
                        List.of(),
                        receipt(minute(9))))
                .expectResultMessagePayload(ACCEPTED);
    }

    @Test
    void keepsTheStartThatItKnows() {
        session.given(started())
                .when(late(new IdToken("OTHER"), 7L))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static SessionStarted orphan() {
        return new SessionStarted(
                SESSION,
                STATION,
                new ConnectorId(1),
                null,
                Authorization.UNKNOWN_TOKEN,
                null,
                minute(5),
                TARIFF,
                true,
                List.of(),
                receipt(minute(5)));
    }

    private static LearnStart late(IdToken token, long meterStart) {
        return new LearnStart(
                SESSION,
                STATION,
                new ConnectorId(1),
                token,
                Energy.wh(meterStart),
                START,
                List.of(),
                receipt(minute(9)));
    }
}
