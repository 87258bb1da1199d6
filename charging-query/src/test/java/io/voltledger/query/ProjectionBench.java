package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.history.Charge;
import io.voltledger.query.history.Fact;
import io.voltledger.query.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What projecting costs: CPU time of this process and of its MariaDB for each of 50,000 meter readings, read from a store
 * in memory in which they stand as bytes. Not a test; it prints figures.
 */
final class ProjectionBench {

    private static final int WARM_UP = 30_000;
    private static final int READINGS = 50_000;
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private ProjectionBench() {}

    /** @param arguments how many sessions the readings are of; 1,000 where none is given */
    public static void main(String[] arguments) {
        int sessions = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
        try (Platform platform = Platform.start("bench", Map.of(), StoredBytes.class)) {
            project(platform, "WARM", sessions, WARM_UP);
            System.out.println(project(platform, "CP", sessions, READINGS));
        }
        System.exit(0);
    }

    private static String project(Platform platform, String name, int sessions, int readings) {
        History history = new History();
        List<Charge> charges = new ArrayList<>();
        for (int number = 0; number < sessions; number++) {
            charges.add(Charge.of(history, new StationId(name + "-" + number), number, START));
        }
        for (int reading = 1; reading <= readings; reading++) {
            charges.get(reading % sessions).meter(Duration.ofSeconds(reading), reading * 10L, 7_000);
        }
        StoredBytes.Engine store = platform.bean(StoredBytes.Engine.class);
        store.prepare(history.facts().stream().map(Fact::message).toList());
        Measured before = Measured.now();
        platform.record(history.facts());
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(platform.processors())
                        .allSatisfy(processor -> assertThat(
                                        processor.processingStatus().values())
                                .isNotEmpty()
                                .allMatch(status -> status.getCurrentPosition().orElse(-1) >= store.last())));
        return before.until(Measured.now(), history.facts().size(), sessions);
    }

    /** What was spent so far. */
    private record Measured(Duration jvm, Duration database, Instant at) {

        static Measured now() {
            return new Measured(
                    cpu(ProcessHandle.current()),
                    ProcessHandle.current().descendants().map(Measured::cpu).reduce(Duration.ZERO, Duration::plus),
                    Instant.now());
        }

        String until(Measured end, double events, int sessions) {
            double ofJvm = end.jvm.minus(jvm).toNanos() / 1e3 / events;
            double ofDatabase = end.database.minus(database).toNanos() / 1e3 / events;
            return "%.0f events of %d sessions: %.1f us CPU an event (JVM %.1f, MariaDB %.1f), %.0f events/s"
                    .formatted(
                            events,
                            sessions,
                            ofJvm + ofDatabase,
                            ofJvm,
                            ofDatabase,
                            events * 1e3 / Duration.between(at, end.at).toMillis());
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElseThrow();
        }
    }
}
