package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest extends NodeTest {

    @TempDir
    private Path folder;

    private Commands.Outcome backup(Path to) {
        return Commands.run("backup", "--url", "http://127.0.0.1:" + node.httpPort(), "--to", to);
    }

    @Test
    void restoresABackupThatWasMadeWhileAppendsRan() {
        var application = connect("application");
        append(application, Events.range("A", 0, 10));
        result(application.eventChannel().appendSnapshot(Events.of("A", 5)));
        var running = new AtomicBoolean(true);
        var appends = CompletableFuture.runAsync(() -> {
            while (running.get()) {
                append(application, Events.range(UUID.randomUUID().toString(), 0, 5));
            }
        });
        await().until(() -> last(application) > 200);
        var before = last(application);
        var outcome = backup(folder.resolve("backup"));
        assertThat(outcome.status()).as(outcome.text()).isZero();
        await().until(() -> last(application) > before + 100);
        running.set(false);
        appends.join();

        var restored = Commands.run("restore", "--from", folder.resolve("backup"), "--data", folder.resolve("data"));
        assertThat(restored.status()).as(restored.text()).isZero();
        node.close();
        node = AxonServerNode.start(NodeSettings.in(folder.resolve("data")).withPorts(0, 0));
        var after = connect("after");
        assertThat(last(after)).isGreaterThanOrEqualTo(before);
        assertThat(last(after) % 5).as("a transaction by half").isEqualTo(4);
        assertThat(history(after, "A"))
                .extracting(Event::getAggregateSequenceNumber)
                .startsWith(5L, 6L);
        append(after, Events.of("A", 10));
    }

    private static long last(AxonServerConnection connection) {
        return result(connection.eventChannel().getLastToken());
    }

    @Test
    void keepsSeveralContexts() {
        Http.send("POST", node.httpPort(), "/v1/context", "{\"context\":\"billing\"}");
        append(connect("application", "billing"), Events.of("B", 0));
        assertThat(backup(folder.resolve("backup")).text()).contains("billing").contains("\"lastToken\":0");
        var verified = Commands.run("verify", "--data", folder.resolve("backup"));
        assertThat(verified.status()).isZero();
        assertThat(verified.text()).contains("billing: 1 events, 1 aggregates", "default: 0 events");
    }

    @Test
    void writesToNoFolderThatHoldsSomething() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes"), "mine");
        assertThat(backup(folder.resolve("mine")).text()).contains("folder-exists");
        assertThat(folder.resolve("mine").resolve("notes")).hasContent("mine");
    }

    @Test
    void restoresOnlyIntoAnEmptyPlace() throws IOException {
        backup(folder.resolve("backup"));
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes"), "mine");
        var outcome = Commands.run("restore", "--from", folder.resolve("backup"), "--data", folder.resolve("mine"));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text()).contains("is not empty");
    }

    @Test
    void refusesABackupThatIsNotWholeOrDamaged() throws IOException {
        append(connect("application"), Events.range("A", 0, 100));
        backup(folder.resolve("backup"));
        var place = folder.resolve("backup/contexts/default");
        try (var tables = Files.list(place)) {
            var table = tables.filter(file -> file.toString().endsWith(".sst"))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(table);
            bytes[100] ^= 1;
            Files.delete(table);
            Files.write(table, bytes);
        }
        var damaged = Commands.run("restore", "--from", folder.resolve("backup"), "--data", folder.resolve("data"));
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.text()).contains("FAULT", "nothing was restored");
        assertThat(folder.resolve("data")).doesNotExist();

        Files.delete(folder.resolve("backup").resolve(Backup.FILE));
        assertThat(Commands.run("restore", "--from", folder.resolve("backup"), "--data", folder.resolve("data"))
                        .text())
                .contains("is no backup");
    }

    @Test
    void namesTheFormatOfABackupThatIsTooNew() throws IOException {
        backup(folder.resolve("backup"));
        var about = folder.resolve("backup").resolve(Backup.FILE);
        Files.writeString(about, Files.readString(about).replace("\"format\":1", "\"format\":7"));
        var outcome = Commands.run("restore", "--from", folder.resolve("backup"), "--data", folder.resolve("data"));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text()).contains("format 7");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void takesNoBackupFromAForm() {
        var answer = Http.send("POST", node.httpPort(), "/v1/backup", "{\"folder\":\"/tmp/x\"}");
        assertThat(answer.statusCode()).isEqualTo(415);
    }
}
