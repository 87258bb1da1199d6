package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the node's process while many clients append, starts it again and looks at what it knows. The system property {@code crash.rounds} says how
 * often.
 */
class CrashTest {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);

    @TempDir
    private Path data;

    private final Map<String, List<String>> sent = new java.util.concurrent.ConcurrentHashMap<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void keepsWhatItAcknowledgedWholeAndInOrderWhenKilled() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var port = freePort();
            var process = start(port);
            try {
                var factory = application(port);
                var connection = connect(factory);
                check(connection);
                appendUntilKilled(connection, process);
                factory.shutdown();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(acknowledged).isNotEmpty();
        lastCheck();
    }

    private void lastCheck() throws Exception {
        var port = freePort();
        var process = start(port);
        try {
            var factory = application(port);
            check(connect(factory));
            factory.shutdown();
            process.destroy();
            assertThat(process.waitFor(20, SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AxonServerNodeApplication.class.getName(),
                "--grpc-port=" + port,
                "--http-port=0",
                "--data=" + data);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("node-" + port + ".log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        for (var port = 20_000 + ThreadLocalRandom.current().nextInt(10_000); ; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                assertThat(port).isLessThan(32_000);
            }
        }
    }

    private static AxonServerConnectionFactory application(int port) {
        return AxonServerConnectionFactory.forClient("crash")
                .routingServers(new ServerAddress("127.0.0.1", port))
                .reconnectInterval(100, MILLISECONDS)
                .build();
    }

    private static AxonServerConnection connect(AxonServerConnectionFactory factory) {
        var connection = factory.connect("default");
        await().atMost(20, SECONDS).until(connection::isConnected);
        return connection;
    }

    private void appendUntilKilled(AxonServerConnection connection, Process process) {
        for (var client = 0; client < CLIENTS; client++) {
            appendOn(connection);
        }
        var enough = acknowledged.size() + 200 + ThreadLocalRandom.current().nextInt(800);
        await().atMost(30, SECONDS).pollInterval(1, MILLISECONDS).until(() -> acknowledged.size() >= enough);
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    /** Appends transactions of one to five events, each transaction an aggregate, one after another until one fails. */
    private void appendOn(AxonServerConnection connection) {
        var aggregate = UUID.randomUUID().toString();
        var events = Events.range(aggregate, 0, 1 + ThreadLocalRandom.current().nextInt(5));
        sent.put(
                aggregate,
                java.util.Arrays.stream(events).map(Event::getMessageIdentifier).toList());
        connection.eventChannel().appendEvents(events).whenComplete((done, failure) -> {
            if (failure == null) {
                acknowledged.add(aggregate);
                appendOn(connection);
            }
        });
    }

    private void check(AxonServerConnection connection) throws InterruptedException {
        var events = connection.eventChannel();
        var last = events.getLastToken().join();
        var stored = new HashMap<String, List<String>>();
        try (var stream = events.openStream(-1, 5000, 1000)) {
            for (var token = 0L; token <= last; token++) {
                var event = java.util.Objects.requireNonNull(stream.nextIfAvailable(10, SECONDS));
                assertThat(event.getToken()).isEqualTo(token);
                stored.computeIfAbsent(event.getEvent().getAggregateIdentifier(), id -> new ArrayList<>())
                        .add(event.getEvent().getMessageIdentifier());
            }
        }
        assertThat(stored.keySet()).containsAll(new HashSet<>(acknowledged));
        stored.forEach((aggregate, messages) -> assertThat(messages).isEqualTo(sent.get(aggregate)));
        someOf(stored.keySet())
                .forEach(aggregate -> assertThat(events.openAggregateStream(aggregate)
                                .asStream()
                                .map(Event::getMessageIdentifier)
                                .toList())
                        .isEqualTo(sent.get(aggregate)));
    }

    private static Set<String> someOf(Set<String> aggregates) {
        return aggregates.stream().limit(50).collect(Collectors.toSet());
    }
}
