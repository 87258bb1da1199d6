package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.runtime.Rejections;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StationOrdersTest {

    private static final String REMOTE_START = "{\"idTag\":\"TAG1\",\"connectorId\":1}";

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void sendsTheOrderAsItStandsAndReportsTheAnswer() {
        assertThat(order("c1", REMOTE_START)).isTrue();

        JsonNode call = station.next();
        assertThat(call.get(0).asInt()).isEqualTo(2);
        assertThat(call.get(2).asText()).isEqualTo("RemoteStartTransaction");
        assertThat(call.get(3)).hasToString(REMOTE_START);
        station.send("[3,\"" + call.get(1).asText() + "\",{\"status\":\"Rejected\"}]");

        assertThat(reportOf("c1")).isEqualTo(new StationAnswer(Outcome.ANSWERED, "{\"status\":\"Rejected\"}"));
    }

    @Test
    void reportsACallError() {
        order("c1", REMOTE_START);
        String id = station.next().get(1).asText();
        station.send("[4,\"" + id + "\",\"NotSupported\",\"no\",{\"a\":1.50}]");

        assertThat(reportOf("c1"))
                .isEqualTo(new StationAnswer(
                        Outcome.CALL_ERROR,
                        "{\"errorCode\":\"NotSupported\",\"errorDescription\":\"no\",\"errorDetails\":{\"a\":1.50}}"));
    }

    @Test
    void keepsOneCallOpenAtATime() {
        order("c1", REMOTE_START);
        order("c2", REMOTE_START);
        String first = station.next().get(1).asText();
        assertThat(station.nextWithin(Duration.ofMillis(150))).isNull();

        station.send("[3,\"" + first + "\",{\"status\":\"Accepted\"}]");

        String second = station.next().get(1).asText();
        station.send("[3,\"" + second + "\",{\"status\":\"Accepted\"}]");
        assertThat(reportOf("c2").outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void reportsSilenceAndTheLateAnswerOnce() {
        order("c1", REMOTE_START);
        String id = station.next().get(1).asText();

        assertThat(reportOf("c1").outcome()).isEqualTo(Outcome.TIMED_OUT);
        for (int i = 0; i < 2; i++) {
            station.send("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
        }
        assertThat(station.call("9", "Heartbeat", "{}").has("currentTime")).isTrue();
        await().untilAsserted(() -> assertThat(platform.recorded(ReportStationAnswer.class))
                .extracting(report -> report.answer().outcome())
                .containsExactly(Outcome.TIMED_OUT, Outcome.ANSWERED));
    }

    @Test
    void reportsWhatWaitedWhenTheStationLeaves() {
        order("c1", REMOTE_START);
        order("c2", REMOTE_START);
        station.next();

        station.vanish();

        assertThat(reportOf("c1").outcome()).isEqualTo(Outcome.OFFLINE);
        assertThat(reportOf("c2").outcome()).isEqualTo(Outcome.OFFLINE);
    }

    @Test
    void reportsUntilItIsRecorded() {
        platform.failing(ReportStationAnswer.class);
        order("c1", REMOTE_START);
        String id = station.next().get(1).asText();
        station.send("[3,\"" + id + "\",{}]");
        station.call("9", "Heartbeat", "{}");
        platform.on(ReportStationAnswer.class, command -> null);

        assertThat(reportOf("c1").outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void saysThatAStationIsNotHere() {
        assertThat(send("c1", "CP-9", REMOTE_START).join()).isEqualTo(false);
    }

    @Test
    void refusesMoreThanTheQueueHolds() {
        List<CompletableFuture<Boolean>> orders = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> send("c" + number, "CP-1", REMOTE_START))
                .toList();

        assertThat(orders.getFirst().join()).isTrue();
        assertThat(orders).anySatisfy(order -> assertRefused(order, "station-busy"));
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        assertRefused(send("c1", "CP-1", "[]"), "payload-invalid");
        assertRefused(send("c1", "CP-1", "{"), "payload-invalid");
    }

    @Test
    void refusesWhatTheProtocolDoesNotKnowAndNamesEachWrongField() {
        assertThat(check("RemoteStartTransaction", REMOTE_START).join()).isEqualTo(true);
        assertRefused(check("FlyToTheMoon", "{}"), "unknown-action");
        assertRefused(check("GetBaseReport", "{}"), "unknown-action");
        assertThatThrownBy(check("RemoteStartTransaction", "{\"connectorId\":\"1\",\"colour\":1}")::join)
                .satisfies(failure -> assertThat(Rejections.of(failure))
                        .hasValueSatisfying(rejection -> assertThat(rejection.detail())
                                .contains("connectorId: ", "idTag: is missing", "colour: ")));
        assertThat(station.nextWithin(Duration.ofMillis(100))).isNull();
    }

    @Test
    void leavesEveryNumberAsItIsWritten() {
        String profile = "{ \"connectorId\" : 0, \"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,"
                + "\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\","
                + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":"
                + "[{\"startPeriod\":0,\"limit\":16.0},{\"startPeriod\":600,\"limit\":1.6e1}]}}}";

        send("c1", "CP-1", "SetChargingProfile", profile).join();

        assertThat(station.nextText()).endsWith(",\"SetChargingProfile\"," + profile + "]");
    }

    private static void assertRefused(CompletableFuture<Boolean> sent, String code) {
        assertThatThrownBy(sent::join)
                .satisfies(failure -> assertThat(Rejections.of(failure))
                        .hasValueSatisfying(
                                rejection -> assertThat(rejection.code()).isEqualTo(code)));
    }

    private boolean order(String id, String payload) {
        return send(id, "CP-1", payload).join();
    }

    private CompletableFuture<Boolean> check(String action, String payload) {
        CheckForStation check = new CheckForStation(new StationId("CP-1"), action, payload);
        return platform.gateway()
                .send(new GenericCommandMessage<>(
                        new org.axonframework.messaging.GenericMessage<>(check),
                        CheckForStation.nameAt(RunningGateway.NODE)));
    }

    private CompletableFuture<Boolean> send(String id, String to, String payload) {
        return send(id, to, "RemoteStartTransaction", payload);
    }

    private CompletableFuture<Boolean> send(String id, String to, String action, String payload) {
        SendToStation order = new SendToStation(new StationCommandId(id), new StationId(to), action, payload);
        return platform.gateway()
                .send(new GenericCommandMessage<>(
                        new org.axonframework.messaging.GenericMessage<>(order),
                        SendToStation.nameAt(RunningGateway.NODE)));
    }

    private StationAnswer reportOf(String id) {
        StationCommandId command = new StationCommandId(id);
        await().until(() -> platform.recorded(ReportStationAnswer.class).stream()
                .anyMatch(report -> report.command().equals(command)));
        return platform.recorded(ReportStationAnswer.class).stream()
                .filter(report -> report.command().equals(command))
                .findFirst()
                .orElseThrow()
                .answer();
    }
}
