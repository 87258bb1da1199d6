package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.demo.RestClient;
import io.voltledger.simulators.past.PastBench;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A platform that was given a past to be measured with: it takes that past for its own. */
class PastIT {

    private static final int SESSIONS = 50;
    private static final Duration SOON = Duration.ofSeconds(40);

    private static World world;
    private static RestClient rest;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = World.start(folder);
        rest = world.platform.rest();
        assertThat(past("--without", "nothing")).isZero();
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void pastSessionsAreStoppedBilledAndPaid() {
        List<JsonNode> sessions = items("/api/sessions?station=BENCH-0&limit=100");
        assertThat(sessions).hasSize(SESSIONS / 2);
        String session = sessions.getFirst().path("id").asText();
        assertThat(rest.get("/api/sessions/" + session).body().path("energy").asInt())
                .isEqualTo(900);
        JsonNode bill = rest.get("/api/bills/" + session).body();
        assertThat(bill.path("state").asText()).isEqualTo("PAID");
        assertThat(bill.path("member").asText()).startsWith("BENCH-MEMBER-");
        assertThat(items("/api/payments?bill=" + session))
                .singleElement()
                .satisfies(payment -> assertThat(payment.path("state").asText()).isEqualTo("APPROVED"));
    }

    @Test
    void numbersOfPastBillsHaveNoGap() {
        List<String> numbers = IntStream.range(0, 10)
                .mapToObj(driver -> items("/api/bills?limit=100&member=BENCH-MEMBER-" + driver))
                .flatMap(List::stream)
                .map(bill -> bill.path("number").asText())
                .filter(number -> !number.isEmpty())
                .sorted()
                .toList();
        String series = numbers.getFirst().substring(0, numbers.getFirst().lastIndexOf('-'));
        assertThat(numbers.stream().filter(number -> number.startsWith(series)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, SESSIONS)
                        .mapToObj(number -> series + "-%08d".formatted(number))
                        .toList());
        assertGapless("bill-series/" + series, SESSIONS);
        assertGapless("token-use/BENCH-TAG-3", 2 * SESSIONS / 10);
    }

    @Test
    void auditShowsTheEventsAsTheyAreStored() {
        String session = items("/api/sessions?station=BENCH-0&limit=1")
                .getFirst()
                .path("id")
                .asText();
        List<JsonNode> audit = items("/api/audit/sessions/" + session + "/events?limit=100");

        assertThat(audit)
                .hasSizeGreaterThan(5)
                .filteredOn(PastIT::isOfSessionAlone)
                .allSatisfy(shown -> {
                    Event stored = stored(shown.path("aggregate").asText())
                            .get(shown.path("sequence").asInt());
                    assertThat(shown.path("eventId").asText()).isEqualTo(stored.getMessageIdentifier());
                    assertThat(shown.path("payload").toString())
                            .isEqualTo(stored.getPayload().getData().toStringUtf8());
                    assertThat(shown.path("causationId").asText())
                            .isEqualTo(stored.getMetaDataOrThrow("causationId").getTextValue());
                });
    }

    @Test
    void booksBalanceAndThePlatformGoesOn() {
        assertThat(rest.get("/api/ledger/trial-balance").body().path("balanced").asBoolean())
                .isTrue();
        String past = items("/api/sessions?station=BENCH-1&limit=1")
                .getFirst()
                .path("id")
                .asText();
        assertThat(rest.post("/api/bills/" + past + "/refunds", Map.of("key", "k1", "reason", "goodwill", "by", "op"))
                        .status())
                .isEqualTo(201);
        try (SimulatedStation station = world.station("BENCH-1")) {
            station.awaitConnected().boot();
            Charge charge = station.start(1, "BENCH-TAG-1", 0);
            assertThat(charge.idTagStatus()).isEqualTo("Accepted");
            charge.stop(1_000);
            String session = "BENCH-1:" + charge.transactionId();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rest.get("/api/bills/" + session)
                                    .body()
                                    .path("number")
                                    .isTextual())
                            .isTrue());
        }
    }

    @Test
    void platformWithSessionsIsLeftAlone() {
        assertThat(past()).isEqualTo(2);
    }

    /** The number within a stream that outlives the session is the pattern's. */
    private static boolean isOfSessionAlone(JsonNode event) {
        return !event.path("aggregate").asText().startsWith("wallet/");
    }

    private static int past(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--sessions", String.valueOf(SESSIONS), "--stations", "2", "--tokens", "10"));
        arguments.addAll(world.platform.places());
        arguments.addAll(List.of(more));
        return new CommandLine(new PastBench()).execute(arguments.toArray(String[]::new));
    }

    private static List<JsonNode> items(String list) {
        return StreamSupport.stream(rest.get(list).orFail().body().path("items").spliterator(), false)
                .toList();
    }

    private static void assertGapless(String aggregate, int events) {
        assertThat(stored(aggregate).stream().map(Event::getAggregateSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, events).boxed().toList());
    }

    private static List<Event> stored(String aggregate) {
        AxonServerConnectionFactory factory = AxonServerConnectionFactory.forClient("test", "test")
                .routingServers(new ServerAddress("127.0.0.1", world.platform.grpc()))
                .build();
        try {
            return factory.connect("default")
                    .eventChannel()
                    .openAggregateStream(aggregate)
                    .asStream()
                    .toList();
        } finally {
            factory.shutdown();
        }
    }
}
