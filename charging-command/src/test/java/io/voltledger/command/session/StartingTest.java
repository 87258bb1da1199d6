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
import static io.voltledger.command.session.SessionSamples.state;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session is from its first word on: what its token is worth, and when and where it began. */
class StartingTest {

    private static final ConnectorId FIRST = new ConnectorId(1);
    private static final ConnectorId WHOLE_STATION = new ConnectorId(0);
    private static final Authorization BLOCKED =
            new Authorization(AuthorizationStatus.BLOCKED, ACCEPTED.member(), null, null);

    @Test
    void tellsAStartThatItsTokenChargesElsewhere() {
        SessionStarted begun = begun(SessionSamples.surroundings((token, at) -> ACCEPTED, true), start());
        assertThat(begun.authorization()).isEqualTo(ACCEPTED.with(AuthorizationStatus.CONCURRENT_TX));
        assertThat(begun.anomalies())
                .containsExactly(new Anomaly(Anomaly.Code.TOKEN_NOT_ACCEPTED, "token 04AB12 is CONCURRENT_TX"));
    }

    @Test
    void saysOfABlockedTokenThatItIsBlockedWhereverItCharges() {
        SessionStarted begun = begun(SessionSamples.surroundings((token, at) -> BLOCKED, true), start());
        assertThat(begun.authorization()).isEqualTo(BLOCKED);
    }

    @Test
    void judgesATokenByTheStationsClockUnlessThatIsInDoubt() {
        Surroundings acceptedAtItsStart =
                SessionSamples.surroundings((token, at) -> at.equals(START) ? ACCEPTED : BLOCKED, false);
        assertThat(begun(acceptedAtItsStart, said(Anomaly.Code.VALUE_UNREADABLE))
                        .authorization())
                .isEqualTo(ACCEPTED);
        assertThat(begun(acceptedAtItsStart, said(Anomaly.Code.CLOCK_SKEW)).authorization())
                .isEqualTo(BLOCKED);
        assertThat(begun(acceptedAtItsStart, said(Anomaly.Code.TIME_UNREADABLE)).authorization())
                .isEqualTo(BLOCKED);
    }

    /** What a station says of a transaction that it never started here, and where and when that began then. */
    static Stream<Arguments> firstWords() {
        return Stream.of(
                Arguments.of(meter(register(20, 6_000), register(30, 7_000)), FIRST, minute(20)),
                Arguments.of(said(minute(9), register(20, 6_000)), FIRST, minute(9)),
                Arguments.of(said(minute(9)), FIRST, minute(9)),
                Arguments.of(learned(START), FIRST, START),
                Arguments.of(learned(null), FIRST, minute(9)),
                Arguments.of(state(7, ChargingState.CHARGING), WHOLE_STATION, minute(7)),
                Arguments.of(stop(30, null, register(10, 2_000), register(20, 2_500)), WHOLE_STATION, minute(10)),
                Arguments.of(stop(30, Energy.wh(3_000)), WHOLE_STATION, minute(30)));
    }

    @ParameterizedTest
    @MethodSource("firstWords")
    void opensAnOrphanByTheFirstWordOfAnUnknownTransaction(SessionCommand word, ConnectorId where, Instant when) {
        SessionStarted orphan = (SessionStarted) SessionStory.of().tell(word).getFirst();
        assertThat(orphan.orphan()).isTrue();
        assertThat(orphan.connector()).isEqualTo(where);
        assertThat(orphan.startedAt()).isEqualTo(when);
        assertThat(orphan.authorization()).isEqualTo(Authorization.UNKNOWN_TOKEN);
        assertThat(orphan.tariff()).isEqualTo(SessionSamples.TARIFF);
        assertThat(orphan.anomalies())
                .containsExactly(
                        new Anomaly(Anomaly.Code.UNKNOWN_TRANSACTION, "transaction 42 was never started here"));
    }

    /** Each differs from the start that is known in one respect. */
    static Stream<StartSession> otherStarts() {
        return Stream.of(
                startOf(new StationId("CP-2"), FIRST, TOKEN, Energy.wh(1_000), START),
                startOf(STATION, new ConnectorId(2), TOKEN, Energy.wh(1_000), START),
                startOf(STATION, FIRST, new IdToken("OTHER"), Energy.wh(1_000), START),
                startOf(STATION, FIRST, TOKEN, null, START),
                startOf(STATION, FIRST, TOKEN, Energy.wh(1_000), minute(1)));
    }

    @ParameterizedTest
    @MethodSource("otherStarts")
    void takesAStartThatDiffersForAnother(StartSession other) {
        SessionStarted known = begun(SessionSamples.surroundings(ACCEPTED), start());
        assertThat(Starting.outcome(other, known))
                .isEqualTo(new StartOutcome(SESSION, Authorization.UNKNOWN_TOKEN, true));
        assertThat(Starting.outcome(start(), known)).isEqualTo(new StartOutcome(SESSION, ACCEPTED, false));
    }

    private static SessionStarted begun(Surroundings town, SessionCommand command) {
        return (SessionStarted) new SessionStory(town).tell(command).getFirst();
    }

    private static StartSession said(Anomaly.Code code) {
        return new StartSession(
                SESSION,
                STATION,
                FIRST,
                TOKEN,
                Energy.wh(1_000),
                START,
                List.of(new Anomaly(code, "so it is")),
                receipt(minute(9)));
    }

    private static RecordMeter said(Instant receivedAt, MeterReading... readings) {
        return new RecordMeter(SESSION, STATION, FIRST, List.of(readings), List.of(), receipt(receivedAt));
    }

    private static LearnStart learned(@Nullable Instant startedAt) {
        return new LearnStart(
                SESSION, STATION, FIRST, TOKEN, Energy.wh(1_000), startedAt, List.of(), receipt(minute(9)));
    }

    private static StartSession startOf(
            StationId station, ConnectorId connector, IdToken token, @Nullable Energy register, Instant at) {
        return new StartSession(SESSION, station, connector, token, register, at, List.of(), receipt(at));
    }
}
