package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.demo.Operator;
import io.voltledger.demo.RestClient;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import io.voltledger.simulators.station.StationSettings;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same modules as processes of their own against one node, joined by configuration alone: five of them, and a second one of the
 * processes over time, which takes over when the first dies.
 */
class SeparateProcessesIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int CHARGES = 3;
    private static final Pattern SETTING =
            Pattern.compile("^ {2}(--(?:spring|voltledger)\\S+=\\S+)$", Pattern.MULTILINE);

    private final int grpc = JavaProcess.freePort();
    private final int command = JavaProcess.freePort();
    private final int saga = JavaProcess.freePort();
    private final int otherSaga = JavaProcess.freePort();
    private final int query = JavaProcess.freePort();
    private final int gateway = JavaProcess.freePort();
    private final int ocpp = JavaProcess.freePort();

    @Test
    void chargeOnceAlthoughTheProcessThatBeganItDies(@TempDir Path folder) {
        List<JavaProcess> processes = new ArrayList<>();
        try {
            processes.add(JavaProcess.start(
                    "axon-server",
                    folder.resolve("node.out"),
                    "384m",
                    List.of(
                            "--grpc-port=" + grpc,
                            "--http-port=" + JavaProcess.freePort(),
                            "--data=" + folder.resolve("node"))));
            JavaProcess services = JavaProcess.start(
                    "voltledger",
                    folder.resolve("services.out"),
                    "512m",
                    List.of(
                            "services",
                            "--data=" + folder.resolve("services"),
                            "--mariadb-program=" + JavaProcess.root().resolve("voltledger/target/mariadb-program"),
                            "--kafka-port=" + JavaProcess.freePort(),
                            "--db-port=" + JavaProcess.freePort(),
                            "--provider-port=" + JavaProcess.freePort(),
                            "--mail-port=" + JavaProcess.freePort()));
            processes.add(services);
            List<String> settings = settingsOf(services);
            Map<JavaProcess, Integer> modules = new LinkedHashMap<>();
            modules.put(module("charging-query", folder, query, settings), query);
            modules.put(module("charging-command", folder, command, settings), command);
            JavaProcess first = module("billing-saga", folder, saga, sagaOf(settings));
            modules.put(first, saga);
            modules.put(module("ocpp-gateway", folder, gateway, settings), gateway);
            processes.addAll(modules.keySet());
            modules.forEach(SeparateProcessesIT::awaitUp);
            JavaProcess second = module("billing-saga", folder, otherSaga, sagaOf(settings));
            processes.add(second);
            awaitUp(second, otherSaga);

            Operator writing = new Operator(client(command));
            Operator paying = new Operator(client(saga));
            Operator reading = new Operator(client(query));
            writing.publishFlatTariff("standard", "Standard", new BigDecimal(1_000));
            paying.registerCard("M-FIVE");
            writing.issueToken("FIVETAG", "M-FIVE");
            IntStream.rangeClosed(1, 2 * CHARGES)
                    .forEach(number -> writing.registerStation("CP-" + number, "Five processes", "standard"));

            List<String> sessions =
                    IntStream.rangeClosed(1, CHARGES).mapToObj(this::charge).toList();
            sessions.forEach(session -> awaitPaid(reading, session));

            // The first has all segments; it dies with payments at every stage.
            List<String> more = IntStream.rangeClosed(CHARGES + 1, 2 * CHARGES)
                    .mapToObj(this::charge)
                    .toList();
            first.kill();
            more.forEach(session -> awaitPaid(reading, session));

            JsonNode captures = provider(settings).get("/simulator/captures").body();
            assertThat(Stream.concat(sessions.stream(), more.stream()))
                    .allSatisfy(session -> assertThat(captures)
                            .filteredOn(capture ->
                                    capture.path("orderName").asText().endsWith(session))
                            .hasSize(1));
        } finally {
            processes.reversed().forEach(JavaProcess::close);
        }
    }

    private String charge(int number) {
        try (SimulatedStation station = SimulatedStation.connect(
                StationSettings.of(URI.create("ws://127.0.0.1:" + ocpp + "/ocpp"), "CP-" + number))) {
            station.awaitConnected().boot();
            Charge charge = station.start(1, "FIVETAG", 0);
            charge.meter(1_000);
            charge.stop(2_000);
            return "CP-" + number + ":" + charge.transactionId();
        }
    }

    private static void awaitPaid(Operator reading, String session) {
        awaitThat(() -> assertThat(reading.bill(session).path("state").asText())
                .as(session)
                .isEqualTo("PAID"));
        assertThat(reading.bill(session).at("/totals/gross/amount").asInt()).isEqualTo(2_000);
    }

    /** What a dead process had claimed is another's after ten seconds instead of ninety. */
    private static List<String> sagaOf(List<String> settings) {
        return Stream.concat(
                        settings.stream(),
                        Stream.of("--voltledger.saga.provider.read-timeout=3s", "--voltledger.saga.worker.lease=10s"))
                .toList();
    }

    private static RestClient provider(List<String> settings) {
        String name = "--voltledger.saga.provider.base-url=";
        return settings.stream()
                .filter(setting -> setting.startsWith(name))
                .map(setting -> new RestClient(URI.create(setting.substring(name.length()))))
                .findFirst()
                .orElseThrow();
    }

    private JavaProcess module(String name, Path folder, int port, List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--axon.axonserver.servers=127.0.0.1:" + grpc);
        arguments.add("--server.port=" + port);
        arguments.add("--voltledger.ocpp.port=" + ocpp);
        return JavaProcess.start(name, folder.resolve(name + "-" + port + ".out"), "384m", arguments);
    }

    /** What the services say that the modules are to be started with. */
    private static List<String> settingsOf(JavaProcess services) {
        await().atMost(SOON).until(() -> {
            services.assertAlive();
            return services.output().contains("Ctrl-C ends them.");
        });
        Matcher matcher = SETTING.matcher(services.output());
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static void awaitUp(JavaProcess module, int port) {
        try {
            await().atMost(SOON).until(() -> {
                module.assertAlive();
                return health(port) == 200;
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not up on port " + port + " in time:\n" + module.output(), e);
        }
    }

    private static int health(int port) {
        try {
            return client(port).get("/actuator/health").status();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    private static RestClient client(int port) {
        return new RestClient(URI.create("http://127.0.0.1:" + port));
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
    }
}
