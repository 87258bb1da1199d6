package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A node in a process of its own, which can be killed, and applications that connect to it. */
final class ChildNode implements AutoCloseable {

    private final Process process;
    private final int port;
    private final int httpPort;
    private final Path log;
    private final List<AxonServerConnectionFactory> applications = new ArrayList<>();

    private ChildNode(Process process, int port, int httpPort, Path log) {
        this.process = process;
        this.port = port;
        this.httpPort = httpPort;
        this.log = log;
    }

    /** Starts the node on a data directory; the words of a command, such as a shell's, can go before it. */
    static ChildNode start(Path data, List<String> before, String... options) throws IOException {
        var port = freePort();
        var httpPort = freePort();
        var log = data.resolveSibling("node-" + port + ".log");
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AxonServerNodeApplication.class.getName(),
                "--grpc-port=" + port,
                "--http-port=" + httpPort,
                "--data=" + data));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildNode(process, port, httpPort, log);
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

    int port() {
        return port;
    }

    int httpPort() {
        return httpPort;
    }

    Process process() {
        return process;
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** Connects an application to a context; waits until it is connected. */
    AxonServerConnection connect(String context) throws IOException {
        var factory = AxonServerConnectionFactory.forClient("child-test")
                .routingServers(new ServerAddress("127.0.0.1", port))
                .reconnectInterval(50, MILLISECONDS)
                .build();
        applications.add(factory);
        var connection = factory.connect(context);
        try {
            await().atMost(30, SECONDS)
                    .pollInterval(10, MILLISECONDS)
                    .until(() -> connection.isConnected() || !process.isAlive());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError(output(), e);
        }
        assertThat(process.isAlive()).as(output()).isTrue();
        return connection;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as SIGTERM does; false when it does not end by itself. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        applications.forEach(AxonServerConnectionFactory::shutdown);
        kill();
    }
}
