package io.voltledger.e2e;

import static org.awaitility.Awaitility.await;

import io.voltledger.demo.RestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The all-in-one as a process of its own, on ports of its own, that can be killed and started again. */
final class PlatformProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final int http = JavaProcess.freePort();
    private final int ocpp = JavaProcess.freePort();
    private final int grpc = JavaProcess.freePort();
    private final int nodeHttp = JavaProcess.freePort();
    private final int kafka = JavaProcess.freePort();
    private final int database = JavaProcess.freePort();
    private final Path data;
    private final List<String> settings;
    private JavaProcess process;

    private PlatformProcess(Path data, List<String> settings) {
        this.data = data;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts and waits until its health is up. */
    static PlatformProcess start(Path data, List<String> settings) {
        PlatformProcess platform = new PlatformProcess(data, settings);
        platform.awaitUp();
        return platform;
    }

    private JavaProcess launch() {
        List<String> arguments = new ArrayList<>(List.of(
                "--data", data.toString(),
                "--mariadb-program",
                        JavaProcess.root()
                                .resolve("voltledger/target/mariadb-program")
                                .toString(),
                "--http-port", String.valueOf(http),
                "--ocpp-port", String.valueOf(ocpp),
                "--grpc-port", String.valueOf(grpc),
                "--node-http-port", String.valueOf(nodeHttp),
                "--kafka-port", String.valueOf(kafka),
                "--db-port", String.valueOf(database)));
        arguments.addAll(settings);
        return JavaProcess.start("voltledger", data.resolveSibling("platform.out"), "1500m", arguments);
    }

    private void awaitUp() {
        await("the platform is up")
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The platform ended at start:\n" + process.output());
                    }
                    return isUp();
                });
    }

    private boolean isUp() {
        try {
            return rest().get("/actuator/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    RestClient rest() {
        return new RestClient(URI.create("http://127.0.0.1:" + http));
    }

    URI console() {
        return URI.create("http://127.0.0.1:" + http + "/");
    }

    URI ocpp() {
        return URI.create("ws://127.0.0.1:" + ocpp + "/ocpp");
    }

    String kafka() {
        return "127.0.0.1:" + kafka;
    }

    /** Where everything is, for a benchmark that reaches behind the platform. */
    List<String> places() {
        return List.of(
                "--url",
                ocpp().toString(),
                "--api",
                "http://127.0.0.1:" + http,
                "--node",
                "http://127.0.0.1:" + nodeHttp,
                "--grpc-port",
                String.valueOf(grpc),
                "--db",
                "jdbc:mysql://127.0.0.1:" + database
                        + "/voltledger?connectionTimeZone=UTC&sslMode=DISABLED&allowPublicKeyRetrieval=true",
                "--data",
                data.toString());
    }

    int grpc() {
        return grpc;
    }

    /** kill -9, and a new start on the same data. */
    void killAndRestart() {
        process.kill();
        process = launch();
        awaitUp();
    }

    /** kill -9; the platform stays down. */
    void kill() {
        process.kill();
    }

    void restart() {
        process = launch();
        awaitUp();
    }

    String output() {
        return process.output();
    }

    int end() {
        return process.end(Duration.ofSeconds(40));
    }

    @Override
    public void close() {
        process.close();
    }
}
