package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.access.AccessSettings;
import io.voltledger.node.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves a context by file and by copying, with events of every shape. */
class TransferTest extends NodeTest {

    @TempDir
    private Path folder;

    private AxonServerConnection source;
    private AxonServerNode other;

    @BeforeEach
    void fill() {
        source = connect("source");
        append(source, Events.range("A", 0, 10));
        append(
                source,
                Events.loose("Heard", "something"),
                everything(),
                Events.of("B/ü\n", 0),
                Event.getDefaultInstance());
        result(source.eventChannel().appendSnapshot(Events.of("A", 7)));
        result(source.eventChannel().appendSnapshot(Events.of("A", 4)));
        other = AxonServerNode.start(NodeSettings.in(folder.resolve("other")).withPorts(0, 0));
    }

    @AfterEach
    void stop() {
        other.close();
    }

    private static Event everything() {
        return Event.newBuilder()
                .setMessageIdentifier("all")
                .setTimestamp(-5)
                .setAggregateIdentifier("no type")
                .setAggregateSequenceNumber(42)
                .setPayload(
                        SerializedObject.newBuilder().setType("T").setData(ByteString.copyFrom(new byte[] {0, -1, 7})))
                .putMetaData(
                        "text",
                        MetaDataValue.newBuilder().setTextValue("\"\u2028").build())
                .putMetaData(
                        "number",
                        MetaDataValue.newBuilder()
                                .setNumberValue(Long.MIN_VALUE)
                                .build())
                .putMetaData(
                        "double",
                        MetaDataValue.newBuilder().setDoubleValue(Double.NaN).build())
                .putMetaData(
                        "yes", MetaDataValue.newBuilder().setBooleanValue(true).build())
                .putMetaData("none", MetaDataValue.getDefaultInstance())
                .putMetaData(
                        "bytes",
                        MetaDataValue.newBuilder()
                                .setBytesValue(SerializedObject.newBuilder()
                                        .setType("B")
                                        .setRevision("2"))
                                .build())
                .build();
    }

    private List<Event> events(AxonServerNode server) throws Exception {
        var factory = AxonServerConnectionFactory.forClient("reader")
                .routingServers(new ServerAddress("127.0.0.1", server.grpcPort()))
                .build();
        try {
            var channel = factory.connect("default").eventChannel();
            var all = new ArrayList<Event>();
            try (var stream = channel.openStream(-1, 1000)) {
                take(stream, (int) (result(channel.getLastToken()) + 1)).forEach(event -> all.add(event.getEvent()));
            }
            channel.loadSnapshots("A", 0, Long.MAX_VALUE, 10).asStream().forEach(all::add);
            return all;
        } finally {
            factory.shutdown();
        }
    }

    private Path export() {
        node.close();
        var file = folder.resolve("export.jsonl");
        var outcome = Commands.run("export", "--data", data, "--to", file);
        assertThat(outcome.status()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("14 events and 2 snapshots");
        return file;
    }

    private Commands.Outcome read(Path file) {
        other.close();
        return Commands.run("import", "--data", folder.resolve("other"), "--from", file);
    }

    @Test
    void importsWhatItExported() throws Exception {
        var before = events(node);
        var outcome = read(export());
        assertThat(outcome.status()).as(outcome.text()).isZero();
        other = AxonServerNode.start(NodeSettings.in(folder.resolve("other")).withPorts(0, 0));
        assertThat(events(other)).isEqualTo(before);
    }

    @Test
    void importsNothingOfAFileThatIsCutShortOrChanged() throws IOException {
        var file = export();
        var lines = Files.readAllLines(file);
        for (var length = 0; length < lines.size(); length++) {
            Files.write(file, lines.subList(0, length));
            assertThat(read(file).text()).contains("cut short", "nothing was imported");
        }
        var changed = new ArrayList<>(lines);
        changed.set(3, changed.get(3).replace("1700000000000", "1700000000001"));
        Files.write(file, changed);
        assertThat(read(file).text()).contains("was changed", "nothing was imported");
        changed.remove(4);
        Files.write(file, changed);
        assertThat(read(file).text()).contains("Line 5: Event 3 or a snapshot is due here");
        assertThat(folder.resolve("other/importing")).doesNotExist();
        assertThat(Commands.run("verify", "--data", folder.resolve("other")).text())
                .contains("default: 0 events");
    }

    @Test
    void importsIntoAnEmptyContextOnly() {
        var file = export();
        assertThat(read(file).status()).isZero();
        assertThat(read(file).text()).contains("Context default is not empty");
    }

    private Commands.Outcome copy(AxonServerNode to) {
        return Commands.run("copy", "--from-port", node.grpcPort(), "--to-port", to.grpcPort());
    }

    @Test
    void copiesEverythingToAnotherServer() throws Exception {
        var outcome = copy(other);
        assertThat(outcome.status()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("14 events and 2 snapshots are the same");
        assertThat(events(other)).isEqualTo(events(node));
    }

    @Test
    void goesOnWhereAnEarlierCopyEnded() throws Exception {
        assertThat(copy(other).status()).isZero();
        append(source, Events.range("C", 0, 600));
        result(source.eventChannel().appendSnapshot(Events.of("A", 9)));
        result(source.eventChannel().appendSnapshot(Events.of("C", 100)));
        var outcome = copy(other);
        assertThat(outcome.text()).contains("14 events are there already", "614 events and 4 snapshots");
        assertThat(events(other)).isEqualTo(events(node));
    }

    @Test
    void copiesIntoNoContextThatHoldsSomethingElse() {
        append(connectTo(other), Events.of("X", 0));
        var outcome = copy(other);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text()).contains("Event 0", "is not that of");
    }

    private AxonServerConnection connectTo(AxonServerNode server) {
        var mine = node;
        node = server;
        try {
            return connect("writer");
        } finally {
            node = mine;
        }
    }

    @Test
    void saysWhichContextIsMissing() {
        var outcome = Commands.run(
                "copy", "--from-port", node.grpcPort(), "--to-port", other.grpcPort(), "--to-context", "none");
        assertThat(outcome.text()).contains("context none of 127.0.0.1:" + other.grpcPort());
    }

    @Test
    void copiesToAServerWithAccessControlAndTls() throws Exception {
        other.close();
        var authority = new Authority("VoltLedger tests");
        authority.issue(folder.resolve("node.pem"), folder.resolve("node.key"), java.time.Duration.ofDays(1));
        var files = new TlsFiles(folder.resolve("node.pem"), folder.resolve("node.key"), null);
        var access = new AccessSettings("a-token-that-is-long-enough", null);
        other = AxonServerNode.start(NodeSettings.in(folder.resolve("other"))
                .withPorts(0, 0)
                .withSecurity(NodeSecurity.NONE.withAccess(access).withTls(files)));
        var token = Files.writeString(folder.resolve("token"), "a-token-that-is-long-enough\n");
        var trusted = authority.write(folder.resolve("ca.pem"));

        var admitted = Commands.run(
                "copy",
                "--from-port",
                node.grpcPort(),
                "--to-port",
                other.grpcPort(),
                "--to-token-file",
                token,
                "--to-ca",
                trusted);
        assertThat(admitted.status()).as(admitted.text()).isZero();
        assertThat(admitted.text()).contains("14 events and 2 snapshots are the same");
        var refused =
                Commands.run("copy", "--from-port", node.grpcPort(), "--to-port", other.grpcPort(), "--to-ca", trusted);
        assertThat(refused.status()).isEqualTo(1);
    }
}
