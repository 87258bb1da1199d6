package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.operations.DeadLetterEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events that cannot be projected, over REST. */
class DeadLettersTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PATH = "/api/operations/dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start("dead_letters");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void redrivesOneOnceItsCauseIsGoneAndDiscardsAnotherWithAReason() throws Exception {
        register("CP-REDRIVEN");
        register("CP-DISCARDED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(items()).hasSize(2));
        String redriven = idOf("CP-REDRIVEN");
        String discarded = idOf("CP-DISCARDED");

        assertThat(post(redriven + "/redrive", "").statusCode()).isEqualTo(422);
        assertThat(letter("CP-REDRIVEN").path("attempts").asInt()).isEqualTo(2);

        jdbc().sql("alter table charge_point modify name text").update();
        assertThat(post(redriven + "/redrive", "").statusCode()).isEqualTo(202);
        assertThat(stations()).contains("CP-REDRIVEN");

        assertThat(post(discarded + "/discard", "{}").statusCode()).isEqualTo(400);
        assertThat(post(discarded + "/discard", "{\"reason\":\"a test station\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(stations()).doesNotContain("CP-DISCARDED");
        assertThat(items()).isEmpty();
        assertThat(post(discarded + "/redrive", "").statusCode()).isEqualTo(404);
        assertThat(recorded()).containsExactly("DeadLetterRedriven", "DeadLetterRedriven", "DeadLetterDiscarded");
    }

    private static void register(String station) {
        StationId id = new StationId(station);
        platform.recordAlone(station, new ChargePointRegistered(id, "n".repeat(300), ZoneId.of("UTC"), null, NOON));
    }

    private static String idOf(String station) {
        return letter(station).path("id").asString();
    }

    private static JsonNode letter(String station) {
        return items().stream()
                .filter(item -> item.path("blocks").asString().contains(station))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items() {
        return Http.json(platform, PATH).path("items").values().stream().toList();
    }

    private static List<String> recorded() throws InterruptedException {
        List<String> recorded = new ArrayList<>();
        try (var events = platform.bean(EventStore.class).openStream(null)) {
            while (events.hasNextAvailable()) {
                var event = events.nextAvailable();
                if (event.getPayload() instanceof DeadLetterEvent decided) {
                    assertThat(event.getMetaData()).containsEntry(ContextKeys.ACTOR, "operator:api");
                    recorded.add(decided.getClass().getSimpleName());
                }
            }
        }
        return recorded;
    }

    private static List<@org.jspecify.annotations.Nullable String> stations() {
        return jdbc().sql("select station_id from charge_point")
                .query(String.class)
                .list();
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(platform.url() + PATH + "/" + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(platform.bean(DataSource.class));
    }
}
