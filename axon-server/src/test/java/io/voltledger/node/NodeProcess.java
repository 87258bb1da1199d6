package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A node in a process of its own, which can be killed. */
final class NodeProcess implements AutoCloseable {

    private final int grpcPort = freePort();
    private final int httpPort = freePort();
    private final Process process;
    private final List<AxonServerConnectionFactory> applications = new ArrayList<>();

    private NodeProcess(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AxonServerNodeApplication.class.getName(),
                "--grpc-port=" + grpcPort,
                "--http-port=" + httpPort,
                "--data=" + data);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("node-" + grpcPort + ".log").toFile())
                .start();
    }

    /** Starts one and waits until it is up. */
    static NodeProcess start(Path data) throws IOException {
        var node = new NodeProcess(data);
        await().atMost(30, SECONDS)
                .ignoreExceptions()
                .until(() -> Http.get(node.httpPort, "/actuator/health").statusCode() == 200);
        return node;
    }

    private static int freePort() throws IOException {
        while (true) {
            var port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                Thread.onSpinWait();
            }
        }
    }

    int httpPort() {
        return httpPort;
    }

    AxonServerConnection connect(String context) {
        var factory = AxonServerConnectionFactory.forClient("crash")
                .routingServers(new ServerAddress("127.0.0.1", grpcPort))
                .reconnectInterval(100, MILLISECONDS)
                .build();
        applications.add(factory);
        var connection = factory.connect(context);
        await().atMost(20, SECONDS).until(connection::isConnected);
        return connection;
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
        applications.forEach(AxonServerConnectionFactory::shutdown);
    }
}
