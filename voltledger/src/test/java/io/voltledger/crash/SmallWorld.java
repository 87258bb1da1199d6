package io.voltledger.crash;

import io.voltledger.node.AxonServerNode;
import io.voltledger.node.NodeSettings;
import io.voltledger.node.store.SyncMode;
import io.voltledger.platform.EmbeddedMariaDb;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** What outlives the kills: event store, database and payment provider, in this JVM; and the processes that are killed. */
final class SmallWorld implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final String PASSWORD = "crash";

    final PaymentProviderSimulator provider;
    private final AxonServerNode node;
    private final EmbeddedMariaDb database;
    private final Path folder;

    private SmallWorld(PaymentProviderSimulator provider, AxonServerNode node, EmbeddedMariaDb database, Path folder) {
        this.provider = provider;
        this.node = node;
        this.database = database;
        this.folder = folder;
    }

    static SmallWorld start(Path folder) {
        return new SmallWorld(
                PaymentProviderSimulator.start(
                        ProviderSettings.defaults().withPort(0).withSilence(Duration.ofSeconds(2))),
                AxonServerNode.start(
                        NodeSettings.in(folder.resolve("node")).withPorts(0, 0).withSync(SyncMode.EVERY_SECOND)),
                EmbeddedMariaDb.start(
                        folder.resolve("mariadb"), folder.resolveSibling("mariadb-program"), freePort(), PASSWORD),
                folder);
    }

    Path trace() {
        return folder.resolve("trace.tsv");
    }

    /** What a process said; throws where it ended in any other way than by a kill or by coming to its end. */
    Ended run(List<Subject> subjects, Subject victim, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                SmallProcess.class.getName(),
                "--crash.subjects=" + subjects.stream().map(Subject::toString).collect(Collectors.joining(",")),
                "--crash.victim=" + victim.watched(),
                "--crash.trace=" + trace(),
                "--server.port=0",
                "--logging.level.root=WARN",
                "--springdoc.api-docs.enabled=false",
                "--springdoc.swagger-ui.enabled=false",
                "--axon.axonserver.servers=127.0.0.1:" + node.grpcPort(),
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + PASSWORD,
                "--voltledger.messaging.local-first=true",
                "--voltledger.saga.vault.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "--voltledger.saga.provider.base-url=" + provider.url(),
                "--voltledger.saga.provider.connect-timeout=1s",
                "--voltledger.saga.provider.read-timeout=1500ms",
                "--voltledger.saga.provider.guard.open-for=100ms",
                "--voltledger.saga.worker.lease=3s",
                "--voltledger.saga.worker.poll=20ms",
                "--voltledger.saga.worker.heartbeat=200ms",
                "--voltledger.saga.schedules.declined=10ms",
                "--voltledger.saga.schedules.technical=50ms",
                "--voltledger.saga.dunning.suspend-after=10ms"));
        command.addAll(victim.course().settings());
        command.addAll(more);
        try {
            Path output = folder.resolve("process.out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Ended(process.onExit().join().exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How a process ended.
     *
     * @param code {@link Watch#KILLED} or 0
     */
    record Ended(int code, String output) {

        List<String> books() {
            return output.lines()
                    .filter(line -> line.startsWith("BOOKS "))
                    .map(line -> line.substring("BOOKS ".length()))
                    .toList();
        }
    }

    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
        node.close();
        provider.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
