package io.voltledger.simulators.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedStationTest {

    private final CentralSystem central = new CentralSystem();
    private final SimulatedStation station = connect("CP-1");

    private SimulatedStation connect(String id) {
        return SimulatedStation.connect(StationSettings.of(central.url(), id)
                .withRetryDelay(Duration.ofMillis(50))
                .withAnswerTimeout(Duration.ofMillis(500))
                .withPatience(Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        station.close();
        central.close();
    }

    @Test
    void chargesOnce() {
        assertThat(station.boot().path("status").asText()).isEqualTo("Accepted");
        assertThat(station.authorize("TAG1")).isEqualTo("Accepted");
        Charge charge = station.start(1, "TAG1", 1_000);
        charge.meter(1_500, 7_200);
        charge.stop(2_000);

        assertThat(charge.transactionId()).isEqualTo(1);
        assertThat(charge.idTagStatus()).isEqualTo("Accepted");
        assertThat(station.acknowledged())
                .extracting(Acknowledged::action)
                .containsExactly("BootNotification", "Authorize", "StartTransaction", "MeterValues", "StopTransaction");
        JsonNode stop = central.calls("StopTransaction").getFirst().get(3);
        assertThat(stop.path("transactionId").asInt()).isEqualTo(1);
        assertThat(stop.path("meterStop").asInt()).isEqualTo(2_000);
    }

    @Test
    void escapesItsIdInThePath() {
        try (SimulatedStation odd = connect("CP 1/2")) {
            odd.awaitConnected();
            await().until(() -> central.paths().contains("/ocpp/CP%201%2F2"));
        }
    }

    @Test
    void keepsOneCallOpen() {
        CompletableFuture<JsonNode> status = station.statusLater(1, "Preparing");
        Charge charge = station.startLater(1, "TAG1", 0);
        CompletableFuture<JsonNode> meter = charge.meterLater(10);
        CompletableFuture<JsonNode> stop = charge.stopLater(20, "Local");

        CompletableFuture.allOf(status, meter, stop).join();
        assertThat(central.actions())
                .containsExactly("StatusNotification", "StartTransaction", "MeterValues", "StopTransaction");
    }

    @Test
    void sendsAFactAgainUnderANewIdAfterAnError() {
        AtomicInteger calls = new AtomicInteger();
        central.answering(
                "MeterValues",
                call -> calls.incrementAndGet() < 3 ? CentralSystem.error(call) : CentralSystem.result(call, "{}"));

        station.start(1, "TAG1", 0).meter(10);

        List<JsonNode> sent = central.calls("MeterValues");
        assertThat(sent).hasSize(3);
        assertThat(sent).extracting(call -> call.get(1).asText()).doesNotHaveDuplicates();
        assertThat(sent)
                .extracting(call -> call.get(3))
                .containsOnly(sent.getFirst().get(3));
        assertThat(station.acknowledged("MeterValues").getFirst().attempts()).isEqualTo(3);
    }

    @Test
    void sendsAFactAgainThatIsNotAnswered() {
        AtomicInteger calls = new AtomicInteger();
        central.answering(
                "StopTransaction", call -> calls.incrementAndGet() == 1 ? "" : CentralSystem.result(call, "{}"));

        station.start(1, "TAG1", 0).stop(10);

        assertThat(central.calls("StopTransaction")).hasSize(2);
    }

    @Test
    void outlivesTheCentralSystem() {
        Charge charge = station.start(1, "TAG1", 0);
        central.kill();
        CompletableFuture<JsonNode> meter = charge.meterLater(10);
        CompletableFuture<JsonNode> stop = charge.stopLater(20, "PowerLoss");
        assertThat(station.waiting()).isEqualTo(2);

        central.restart();

        CompletableFuture.allOf(meter, stop).join();
        assertThat(central.calls("StopTransaction")
                        .getLast()
                        .get(3)
                        .path("transactionId")
                        .asInt())
                .isEqualTo(charge.transactionId());
    }

    @Test
    void beginsAChargeOfflineAndLearnsItsIdLater() {
        station.awaitConnected();
        central.kill();
        Charge charge = station.startLater(1, "TAG1", 0);
        CompletableFuture<JsonNode> stop = charge.stopLater(20, "Local");

        central.restart();
        stop.join();

        assertThat(central.calls("StopTransaction")
                        .getFirst()
                        .get(3)
                        .path("transactionId")
                        .asInt())
                .isEqualTo(charge.transactionId());
    }

    @Test
    void comesBackAfterItsNetworkBroke() {
        station.awaitConnected();
        station.dropConnection();
        station.awaitConnected();

        assertThat(station.boot().path("status").asText()).isEqualTo("Accepted");
    }

    @Test
    void doesNotRepeatAnAuthorize() {
        central.answering("Authorize", CentralSystem::error);

        assertThatThrownBy(() -> station.authorize("TAG1"))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("InternalError");
        assertThat(central.calls("Authorize")).hasSize(1);
    }

    @Test
    void takesARemoteStartAndARemoteStop() throws InterruptedException {
        station.awaitConnected();
        JsonNode answer = central.call("RemoteStartTransaction", "{\"idTag\":\"TAG1\",\"connectorId\":2}");
        assertThat(answer.at("/2/status").asText()).isEqualTo("Accepted");
        RemoteStart start = station.awaitRemoteStart(Duration.ofSeconds(5));
        assertThat(start.idTag()).isEqualTo("TAG1");
        assertThat(start.connector()).isEqualTo(2);

        int transaction = station.start(2, start.idTag(), 0).transactionId();
        JsonNode stopped = central.call("RemoteStopTransaction", "{\"transactionId\":" + transaction + "}");
        assertThat(stopped.at("/2/status").asText()).isEqualTo("Accepted");
        assertThat(station.awaitRemoteStop(Duration.ofSeconds(5))).isEqualTo(transaction);
    }

    @Test
    void rejectsARemoteStopOfWhatItDoesNotCharge() throws InterruptedException {
        station.awaitConnected();

        assertThat(central.call("RemoteStopTransaction", "{\"transactionId\":99}")
                        .at("/2/status")
                        .asText())
                .isEqualTo("Rejected");
    }

    @Test
    void answersAsItIsTold() throws InterruptedException {
        station.awaitConnected();
        station.answering(
                "RemoteStartTransaction",
                request -> JsonNodeFactory.instance.objectNode().put("status", "Rejected"));

        assertThat(central.call("RemoteStartTransaction", "{\"idTag\":\"TAG1\"}")
                        .at("/2/status")
                        .asText())
                .isEqualTo("Rejected");
        assertThat(central.call("MakeCoffee", "{}").get(2).asText()).isEqualTo("NotImplemented");
    }
}
