package io.voltledger.ocpp.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.chargepoint.StationMessage.Type;
import io.voltledger.api.chargepoint.StationMessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class MessageLogTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final StationId STATION = new StationId("CP-1");

    @TempDir
    private Path folder;

    @Test
    void pagesBackThroughOneStation() throws IOException {
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(IntStream.range(0, 30)
                    .mapToObj(i -> message("CP-1", NOON.plusSeconds(i), "Heartbeat", Outcome.ANSWERED, "[" + i + "]"))
                    .toList());
            store.write(List.of(message("CP-10", NOON, "Heartbeat", Outcome.ANSWERED, "[another station]")));

            List<String> seen = new ArrayList<>();
            @Nullable StationMessageId before = null;
            do {
                StationMessages page = store.find(all(before, 7));
                page.items().forEach(item -> seen.add(item.frame()));
                before = page.searchedTo();
            } while (before != null);

            assertThat(seen)
                    .containsExactlyElementsOf(IntStream.range(0, 30)
                            .mapToObj(i -> "[" + (29 - i) + "]")
                            .toList());
        }
    }

    @Test
    void findsByTimeActionDirectionAndOutcome() throws IOException {
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(List.of(
                    message("CP-1", NOON, "BootNotification", Outcome.ANSWERED, "[1]"),
                    message("CP-1", NOON.plusSeconds(1), "Heartbeat", Outcome.ANSWERED, "[2]"),
                    message("CP-1", NOON.plusSeconds(2), "Heartbeat", Outcome.DROPPED, "[3]"),
                    message("CP-1", NOON.plusSeconds(3), "Heartbeat", Outcome.ANSWERED, "[4]")));

            assertThat(frames(store, NOON.plusSeconds(1), NOON.plusSeconds(3), null, null, null))
                    .containsExactly("[3]", "[2]");
            assertThat(frames(store, null, null, "bootnotification", null, null))
                    .containsExactly("[1]");
            assertThat(frames(store, null, null, null, null, Outcome.DROPPED)).containsExactly("[3]");
            assertThat(frames(store, null, null, null, Direction.OUT, null)).isEmpty();
            assertThat(frames(store, Instant.MIN, Instant.MAX, null, Direction.IN, null))
                    .hasSize(4);
        }
    }

    @Test
    void neverWritesACredentialDown() throws IOException {
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(List.of(
                    text("[2,\"1\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"5ec4e7\"}]"),
                    text("[3,\"2\",{\"configurationKey\":[{\"key\":\"WifiPassword\",\"value\":\"5ec4e7\"}]}]"),
                    text(
                            "[2,\"3\",\"SetVariables\",{\"setVariableData\":[{\"attributeValue\":\"5ec4e7\","
                                    + "\"component\":{\"name\":\"SecurityCtrlr\"},\"variable\":{\"name\":\"BasicAuthPassword\"}}]}]"),
                    text("[2,\"4\",\"NotifyReport\",{\"reportData\":[{\"variable\":{\"name\":\"BasicAuthPassword\"},"
                            + "\"variableAttribute\":[{\"value\":\"5ec4e7\"}]}]}]"),
                    text(
                            "[2,\"5\",\"SetNetworkProfile\",{\"connectionData\":{\"apn\":{\"apnPassword\":\"5ec4e7\"},"
                                    + "\"vpn\":{\"server\":\"v\",\"user\":\"u\",\"password\":\"5ec4e7\",\"key\":\"5ec4e7\"}}}]"),
                    text("[2,\"6\",\"GetDiagnostics\",{\"location\":\"ftp://me:5ec4e7@files.example/in\"}]"),
                    text("[2,\"7\",\"DataTransfer\",{\"data\":\"-----BEGIN EC PRIVATE KEY-----5ec4e7\"}]"),
                    text("[2,\"8\",\"DataTransfer\",{\"data\":\"{\\\"password\\\":\\\"5ec4e7\\\"}\"}]"),
                    text("[2,\"9\",\"ChangeConfiguration\",{\"key\":\"Authorization\\u004bey\",\"value\":\"5ec4e7\"}]"),
                    text("[2,\"10\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"5ec4e7\"")));

            List<StationMessage> kept = store.find(all(null, 100)).items();
            assertThat(kept)
                    .hasSize(10)
                    .allSatisfy(message ->
                            assertThat(message.frame()).doesNotContain("5ec4e7").contains("***"));
        }
    }

    @Test
    void leavesWhatIsNoSecretAsItWas() throws IOException {
        String boot = "[2,\"1\",\"BootNotification\",{\"chargePointVendor\":\"V\", \"chargePointModel\":\"M\"}]";
        String wrong = "[4,\"2\",\"SecurityError\",\"wrong password\",{}]";
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(List.of(text(boot), text(wrong)));
            assertThat(frames(store, null, null, null, null, null)).containsExactly(wrong, boot);
        }
    }

    @Test
    void coversIdTagsUnlessTheyAreAskedFor() throws IOException {
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(List.of(
                    text("[2,\"1\",\"Authorize\",{\"idTag\":\"04A1B2\",\"limit\":6900.0}]"),
                    text("[3,\"2\",{\"idTagInfo\":{\"status\":\"Accepted\",\"parentIdTag\":\"04A1B2\"}}]"),
                    text("[2,\"3\",\"Authorize\",{\"idToken\":{\"idToken\":\"04A1B2\",\"type\":\"ISO14443\"}}]"),
                    text("[2,\"4\",\"DataTransfer\",{\"data\":\"{\\\"idTag\\\":\\\"04A1B2\\\"}\"}]"),
                    text("[2,\"5\",\"StopTransaction\",{\"idTag\":\"04A1B2\",\"transactionId\":,")));

            assertThat(store.find(all(null, 100)).items())
                    .hasSize(5)
                    .noneMatch(message -> message.frame().contains("04A1B2"))
                    .anyMatch(message -> message.frame().contains("6900.0"));
            ListStationMessages open = new ListStationMessages(STATION, null, null, null, null, null, true, null, 100);
            assertThat(store.find(open).items())
                    .allMatch(message -> message.frame().contains("04A1B2"));
        }
    }

    @Test
    void forgetsWhatIsTooOldWhole() throws IOException {
        try (MessageStore store = open(Duration.ofHours(24), DataSize.ofMegabytes(64))) {
            for (int hour = 0; hour < 40; hour++) {
                Instant now = NOON.plus(Duration.ofHours(hour));
                store.write(List.of(message("CP-1", now, "Heartbeat", Outcome.ANSWERED, "[" + hour + "]")));
                store.tidy(now);
            }
            List<String> left = frames(store, null, null, null, null, null);
            assertThat(left).contains("[39]", "[16]").doesNotContain("[13]", "[0]");
            assertThat(store.partitions()).isLessThanOrEqualTo(27);
        }
    }

    @Test
    void keepsWhatWasWrittenOverAKill() throws IOException {
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            store.write(List.of(text("[\"before\"]")));
            store.tidy(NOON.plusSeconds(60));
        }
        try (MessageStore store = open(Duration.ofDays(7), DataSize.ofMegabytes(64))) {
            assertThat(frames(store, null, null, null, null, null)).containsExactly("[\"before\"]");
        }
    }

    @Test
    void dropsAndCountsWhatCannotBeWritten() throws IOException {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        MessageLogSettings small = settings(
                Files.createFile(folder.resolve("file")).resolve("below"), Duration.ofDays(1), DataSize.ofMegabytes(1));
        MessageLog log = new MessageLog(small, "gateway-test", Clock.fixed(NOON, ZoneOffset.UTC), metrics);
        log.start();
        for (int i = 0; i < 500; i++) {
            log.note(text("[" + i + "]"));
        }
        log.stop();
        assertThat(metrics.get("voltledger.ocpp.messages.dropped").counter().count())
                .isEqualTo(500);
        assertThat(metrics.get("voltledger.ocpp.messages.kept").counter().count())
                .isZero();
    }

    @Test
    void writesWhatWaitsBeforeItEnds() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        MessageLogSettings usual = settings(folder, Duration.ofDays(1), DataSize.ofMegabytes(64));
        MessageLog log = new MessageLog(usual, "gateway-test", Clock.fixed(NOON, ZoneOffset.UTC), metrics);
        log.start();
        log.note(text("[1]"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        metrics.get("voltledger.ocpp.messages.kept").counter().count() == 1);
        assertThat(log.find(all(null, 10)).items()).hasSize(1);
        log.note(text("[2]"));
        log.stop();
        assertThat(metrics.get("voltledger.ocpp.messages.kept").counter().count())
                .isEqualTo(2);
    }

    private MessageStore open(Duration keep, DataSize size) throws IOException {
        return MessageStore.open(settings(folder, keep, size), "gateway-test");
    }

    private static MessageLogSettings settings(Path folder, Duration keep, DataSize size) {
        return new MessageLogSettings(true, folder, keep, size, 100, DataSize.ofMegabytes(1), DataSize.ofKilobytes(64));
    }

    private static ListStationMessages all(@Nullable StationMessageId before, int limit) {
        return new ListStationMessages(STATION, null, null, null, null, null, false, before, limit);
    }

    private static List<String> frames(
            MessageStore store,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String action,
            @Nullable Direction direction,
            @Nullable Outcome outcome) {
        return store
                .find(new ListStationMessages(STATION, from, to, action, direction, outcome, false, null, 100))
                .items()
                .stream()
                .map(StationMessage::frame)
                .toList();
    }

    private static Message text(String text) {
        return message("CP-1", NOON, "Action", Outcome.ANSWERED, text);
    }

    private static Message message(String station, Instant at, String action, Outcome outcome, String text) {
        return new Message(new StationId(station), at, Direction.IN, Type.CALL, action, "id", 1_500_000, outcome, text);
    }
}
