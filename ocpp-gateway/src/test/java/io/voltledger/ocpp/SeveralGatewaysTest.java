package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.corpus.WriteSide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways before one write side: a command goes to where the station is, and follows it. */
@SuppressWarnings("NullAway.Init")
class SeveralGatewaysTest {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private WriteSide writeSide;
    private RunningGateway north;
    private RunningGateway south;

    @BeforeEach
    void start() {
        writeSide = new WriteSide();
        north = RunningGateway.named("north", writeSide.gateway(), writeSide.bus());
        south = RunningGateway.named("south", writeSide.gateway(), writeSide.bus());
        writeSide
                .gateway()
                .sendAndWait(new RegisterChargePoint(
                        new StationId("CP-1"), "Harbour", ZoneOffset.UTC, null, RunningGateway.NOW));
    }

    @AfterEach
    void stop() {
        north.close();
        south.close();
        writeSide.close();
        http.close();
    }

    @Test
    void findsTheStationAndFollowsItsMove() throws Exception {
        try (RawStation before = RawStation.connect(north)) {
            assertThat(reset()).isEqualTo(ACCEPTED);
            answer(before);

            try (RawStation after = RawStation.connect(south)) {
                assertThat(reset()).isEqualTo(ACCEPTED);
                answer(after);
                assertThat(before.nextWithin(Duration.ofMillis(100))).isNull();

                before.vanish();
                assertThat(reset()).as("the old socket's end does not count").isEqualTo(ACCEPTED);
                answer(after);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reset()).isEqualTo(CONFLICT));
    }

    @Test
    void saysThatItIsOfflineWhereItsNodeIsGone() throws Exception {
        try (RawStation station = RawStation.connect(north)) {
            station.call("1", "Heartbeat", "{}");
            north.close();
            assertThat(reset()).isEqualTo(CONFLICT);

            try (RawStation again = RawStation.connect(south)) {
                assertThat(reset()).isEqualTo(ACCEPTED);
                answer(again);
            }
        }
    }

    private static void answer(RawStation station) {
        JsonNode call = station.next();
        assertThat(call.get(2).asText()).isEqualTo("Reset");
        station.send("[3,\"" + call.get(1).asText() + "\",{\"status\":\"Accepted\"}]");
    }

    private int reset() throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + writeSide.port() + "/api/charge-points/CP-1/commands/Reset");
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"Soft\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
