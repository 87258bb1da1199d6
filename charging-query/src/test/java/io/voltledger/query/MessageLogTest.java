package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.chargepoint.StationMessage.Type;
import io.voltledger.api.chargepoint.StationMessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two gateway nodes that a station was at in turn, one of which looks back only so far at a time. */
class MessageLogTest {

    private static final StationId STATION = new StationId("CP-1");
    private static final long START = 1_790_000_000_000_000L;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start("messages");
        node("gateway-a", IntStream.range(0, 40).filter(i -> i % 3 == 0).toArray());
        node("gateway-b", IntStream.range(0, 40).filter(i -> i % 3 != 0).toArray());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void mergesWhatAllGatewaysKeep() {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = Http.json(
                    platform, "/api/charge-points/CP-1/messages?limit=7" + (cursor == null ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item -> seen.add(item.path("uniqueId").asString()));
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(i -> "m" + (39 - i)).toList());
    }

    @Test
    void asksForWhatIsWanted() {
        assertThat(Http.get(
                                platform,
                                "/api/charge-points/CP-1/messages?action=Heartbeat&direction=IN&outcome=DROPPED"
                                        + "&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                        .body())
                .contains("\"items\":[]");
        assertThat(Http.get(platform, "/api/charge-points/CP-1/messages?cursor=nonsense")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Http.get(platform, "/api/charge-points/CP-1/messages?outcom=ERROR")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsThemOnTheStationsPage() {
        register(platform);
        assertThat(page(platform, "/stations/CP-1")).contains("Heartbeat", "2.3 ms", "answered");
        assertThat(page(platform, "/stations/CP-1?outcome=ERROR")).contains("No message here");
        assertThat(Http.get(platform, "/stations/CP-NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatNoGatewayAnswers() {
        try (Platform alone = Platform.start("messages-alone")) {
            register(alone);
            assertThat(page(alone, "/stations/CP-1")).contains("No gateway answers");
            var answer = Http.get(alone, "/api/charge-points/CP-1/messages");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        }
    }

    private static void register(Platform platform) {
        platform.recordAlone(
                STATION.toString(),
                new ChargePointRegistered(STATION, "Car park", ZoneOffset.UTC, null, Instant.EPOCH));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Http.get(platform, "/stations/CP-1").statusCode() != 404);
    }

    private static String page(Platform platform, String path) {
        return Http.get(platform, path).body();
    }

    private static void node(String name, int... numbers) {
        platform.bean(QueryBus.class)
                .subscribe(
                        ListStationMessages.class.getName(),
                        StationMessages.class,
                        query -> find((ListStationMessages) query.getPayload(), name, numbers));
    }

    /** Looks at five at a time, whatever the limit. */
    private static StationMessages find(ListStationMessages query, String node, int... numbers) {
        List<StationMessage> older = IntStream.of(numbers)
                .mapToObj(number -> message(node, number))
                .filter(message -> query.before() == null || message.id().compareTo(query.before()) < 0)
                .filter(message -> query.outcome() == null)
                .toList();
        List<StationMessage> items =
                older.reversed().stream().limit(Math.min(query.limit(), 5)).toList();
        return new StationMessages(
                items, items.size() < older.size() ? items.getLast().id() : null);
    }

    private static StationMessage message(String node, int number) {
        long micros = START + number * 1_000_000L;
        return new StationMessage(
                StationMessageId.of(micros, number, node),
                STATION,
                Instant.ofEpochMilli(micros / 1_000),
                Direction.IN,
                Type.CALL,
                "Heartbeat",
                "m" + number,
                Duration.ofNanos(2_345_678),
                Outcome.ANSWERED,
                20,
                "[2,\"m" + number + "\",\"Heartbeat\",{}]");
    }
}
