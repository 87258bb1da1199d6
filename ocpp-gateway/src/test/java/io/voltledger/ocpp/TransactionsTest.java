package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.ContextKeys;
import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final String START = """
            {"connectorId":1,"idTag":"TAG1","meterStart":1000,"timestamp":"2026-11-21T02:59:00Z"}""";

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void startsReadsAndStopsOneSession() {
        int transaction = start("1");
        station.call("2", "MeterValues", """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"2026-11-21T02:59:30Z",
                "sampledValue":[{"value":"1.5","unit":"kWh"}]}]}""".formatted(transaction));
        station.call("3", "StopTransaction", """
                {"transactionId":%d,"idTag":"TAG1","meterStop":2000,"timestamp":"2026-11-21T03:00:00Z",
                "reason":"EVDisconnected"}""".formatted(transaction));

        SessionId session = new SessionId("CP-1:" + transaction);
        StartSession start = platform.only(StartSession.class);
        assertThat(start.session()).isEqualTo(session);
        assertThat(start.connector()).isEqualTo(new ConnectorId(1));
        assertThat(start.token()).isEqualTo(new IdToken("TAG1"));
        assertThat(start.meterStart()).isEqualTo(Energy.wh(1000));
        assertThat(start.startedAt()).isEqualTo(Instant.parse("2026-11-21T02:59:00Z"));
        assertThat(start.anomalies()).isEmpty();
        assertThat(platform.only(RecordMeter.class).session()).isEqualTo(session);
        StopSession stop = platform.only(StopSession.class);
        assertThat(stop.session()).isEqualTo(session);
        assertThat(stop.meterStop()).isEqualTo(Energy.wh(2000));
        assertThat(stop.reason()).isEqualTo("EVDisconnected");
    }

    @Test
    void saysWhoActsAndByWhichFrame() {
        start("frame-17");

        var metaData = platform.message(StartSession.class).getMetaData();
        assertThat(metaData.get(ContextKeys.ACTOR)).isEqualTo("station:CP-1");
        assertThat(metaData.get(ContextKeys.FRAME_ID)).isEqualTo("frame-17");
        assertThat(platform.only(StartSession.class).receipt().messageId()).isEqualTo("frame-17");
        assertThat(platform.only(StartSession.class).receipt().receivedAt()).isEqualTo(RunningGateway.NOW);
    }

    @Test
    void givesARepeatedStartTheSameTransactionIdEvenAfterARestartOfBoth() {
        int first = start("1");
        try (RunningGateway other = RunningGateway.before(platform);
                RawStation again = RawStation.connect(other)) {
            JsonNode answer = again.call("another-id", "StartTransaction", START);
            assertThat(answer.path("transactionId").asInt()).isEqualTo(first).isPositive();
        }
    }

    @Test
    void givesAnotherStationAnotherTransactionId() {
        int first = start("1");
        try (RawStation other = RawStation.connect(gateway, "CP-2", "ocpp1.6")) {
            assertThat(other.call("1", "StartTransaction", START)
                            .path("transactionId")
                            .asInt())
                    .isNotEqualTo(first);
        }
    }

    @Test
    void saltsTheTransactionIdWhereAnotherStartHoldsIt() {
        platform.on(StartSession.class, command -> {
            boolean first = platform.recorded(StartSession.class).isEmpty();
            return new StartOutcome(((StartSession) command).session(), Platform.ACCEPTED, first);
        });

        int transaction = start("1");

        var starts = platform.recorded(StartSession.class);
        assertThat(starts).hasSize(2);
        assertThat(starts.get(1).session()).isNotEqualTo(starts.get(0).session());
        assertThat(starts.get(1).session().transaction()).isEqualTo(Integer.toString(transaction));
    }

    @Test
    void answersAStartWithTheTruthAboutItsTag() {
        platform.on(
                StartSession.class,
                command -> new StartOutcome(((StartSession) command).session(), Authorization.UNKNOWN_TOKEN, false));

        JsonNode answer = station.call("1", "StartTransaction", START);

        assertThat(answer.at("/idTagInfo/status").asText()).isEqualTo("Invalid");
        assertThat(answer.path("transactionId").asInt()).isPositive();
    }

    @Test
    void answersARepeatedStopAsTheFirst() {
        platform.on(StopSession.class, command -> Platform.ACCEPTED);
        String stop = """
                {"transactionId":7,"idTag":"TAG1","meterStop":2000,"timestamp":"2026-11-21T03:00:00Z"}""";

        assertThat(station.call("2", "StopTransaction", stop)).isEqualTo(station.call("1", "StopTransaction", stop));
    }

    private int start(String id) {
        return station.call(id, "StartTransaction", START).path("transactionId").asInt();
    }
}
