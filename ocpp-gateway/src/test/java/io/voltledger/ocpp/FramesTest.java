package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.StationLogCommand.RecordVendorData;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hello                              | -1 | FormationViolation
                    {}                                 | -1 | FormationViolation
                    []                                 | -1 | FormationViolation
                    [2]                                | -1 | FormationViolation
                    [2,null,"Heartbeat",{}]            | -1 | FormationViolation
                    [2,"7"]                            | 7  | FormationViolation
                    [2,"7","Heartbeat",[]]             | 7  | FormationViolation
                    [2,"7","Heartbeat",{"a":}          | 7  | FormationViolation
                    [2,"7","Heartbeat",{"a"            | 7  | FormationViolation
                    [2,"7","MakeCoffee",{}]            | 7  | NotImplemented
                    """)
    void answersWhatItCannotServeAndKeepsTheConnection(String frame, String id, String code) {
        JsonNode answer = station.exchange(frame);

        assertThat(answer.get(0).asInt()).isEqualTo(4);
        assertThat(answer.get(1).asText()).isEqualTo(id);
        assertThat(answer.get(2).asText()).isEqualTo(code);
        assertThat(answer.get(4).isObject()).isTrue();
        assertThat(station.call("8", "Heartbeat", "{}").has("currentTime")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [3,"unknown",{}]
                    [4,"unknown","InternalError","",{}]
                    [3,"unknown",{
                    [5,"7","Heartbeat",{}]
                    """)
    void ignoresAnswersToNothingAndUnknownMessageTypes(String frame) {
        station.send(frame);

        assertThat(station.call("8", "Heartbeat", "{}").has("currentTime")).isTrue();
    }

    @Test
    void takesNullForAnEmptyPayload() {
        assertThat(station.call("1", "BootNotification", "null").path("status").asText())
                .isEqualTo("Accepted");
        assertThat(platform.only(ReportBoot.class).boot().vendor()).isNull();
    }

    @Test
    void readsANumericMessageIdAndAMissingPayload() {
        JsonNode answer = station.exchange("[2,17,\"Heartbeat\"]");

        assertThat(answer.get(0).asInt()).isEqualTo(3);
        assertThat(answer.get(1).asText()).isEqualTo("17");
    }

    @Test
    void servesTheSameMessageIdAgainForAnotherCall() {
        station.call("1", "Heartbeat", "{}");

        assertThat(station.call("1", "BootNotification", "{}").path("interval").asInt())
                .isEqualTo(300);
    }

    @Test
    void keepsVendorDataAndSaysThatItDoesNotKnowTheVendor() {
        JsonNode answer = station.call(
                "1", "DataTransfer", "{\"vendorId\":\"acme\",\"messageId\":\"m\",\"data\":{\"deep\":[1]}}");

        assertThat(answer.path("status").asText()).isEqualTo("UnknownVendorId");
        assertThat(platform.only(RecordVendorData.class).data()).isEqualTo("{\"deep\":[1]}");
    }

    @Test
    void takesAStopWithTransactionDataOfHundredsOfKilobytes() {
        String reading =
                "{\"timestamp\":\"2026-11-21T02:59:00Z\",\"sampledValue\":[{\"value\":\"1\",\"unit\":\"Wh\"}]}";
        String data = (reading + ",").repeat(6_000) + reading;

        station.call(
                "1",
                "StopTransaction",
                "{\"transactionId\":7,\"meterStop\":1,\"timestamp\":\"2026-11-21T02:59:00Z\",\"transactionData\":["
                        + data + "]}");

        assertThat(platform.only(StopSession.class).readings()).hasSize(6_001);
    }

    @Test
    void hangsUpOnAFrameBeyondTheLimit() {
        station.sendInVain("[2,\"1\",\"DataTransfer\",{\"data\":\"" + "x".repeat(2 << 20) + "\"}]");

        assertThat(station.closeCode()).isIn(1006, 1009);
    }

    @Test
    void holdsTheSocketBackWhileTooManyCallsWaitAndServesThemAllInOrder() {
        CountDownLatch durable = platform.holding(StartSession.class);
        station.send("""
                [2,"0","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-11-21T02:59:00Z"}]""");
        for (int i = 1; i <= 500; i++) {
            station.send("[2,\"" + i + "\",\"Heartbeat\",{}]");
        }
        durable.countDown();

        for (int i = 0; i <= 500; i++) {
            assertThat(station.next().get(1).asInt()).isEqualTo(i);
        }
    }

    @Test
    void aStationsRubbishDisturbsNoOther() {
        try (RawStation other = RawStation.connect(gateway, "CP-2", "ocpp1.6")) {
            station.sendInVain("[2,\"1\",\"DataTransfer\",{\"data\":\"" + "x".repeat(2 << 20) + "\"}]");
            await().until(station::isClosed);
            assertThat(other.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
        }
    }
}
