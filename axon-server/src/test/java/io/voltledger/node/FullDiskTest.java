package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A node whose writes really fail: the kernel refuses them, first because files may not grow any more, then because a small disk is full. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final int PAYLOAD = 100_000;

    @TempDir
    private Path folder;

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void goesOnByItselfWhenFilesMayGrowAgain() throws Exception {
        assumeTrue(succeeds("prlimit", "--version"), "prlimit of util-linux is not there");
        var data = Files.createDirectory(folder.resolve("node"));
        try (var node = ChildNode.start(data, List.of(), "--disk-reserve-mb=0")) {
            var connection = node.connect("default");
            var pid = Long.toString(node.process().pid());
            assertThat(succeeds("prlimit", "--fsize=8000000:unlimited", "--pid", pid))
                    .isTrue();
            appendUntilRefused(connection.eventChannel());
            assertRefusesAndReads(connection);
            assertThat(succeeds("prlimit", "--fsize=unlimited", "--pid", pid)).isTrue();
            goesOn(connection.eventChannel());
            assertHoldsAll(connection.eventChannel());
            assertThat(node.stop()).isTrue();
        }
        assertHoldsAllAfterRestart(data);
    }

    @Test
    void goesOnByItselfWhenThereIsRoomOnTheDiskAgain() throws Exception {
        assumeTrue(
                succeeds("unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"),
                "mounting a small disk is not permitted here");
        var disk = Files.createDirectory(folder.resolve("disk"));
        var mount = "mount -t tmpfs -o size=24m none " + disk + " && mkdir " + disk + "/node && head -c 8m /dev/zero > "
                + disk + "/ballast && \"$@\"; cp -r " + disk + "/node " + folder + "/saved";
        var mounted = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh");
        try (var node = ChildNode.start(disk.resolve("node"), mounted, "--disk-reserve-mb=0")) {
            var connection = node.connect("default");
            appendUntilRefused(connection.eventChannel());
            assertRefusesAndReads(connection);
            var java = node.process().descendants().findFirst().orElseThrow();
            Files.delete(Path.of("/proc", Long.toString(java.pid()), "root", disk.toString(), "ballast"));
            goesOn(connection.eventChannel());
            assertHoldsAll(connection.eventChannel());
            java.destroy();
            assertThat(node.process().waitFor(20, SECONDS)).isTrue();
        }
        assertHoldsAllAfterRestart(folder.resolve("saved"));
    }

    private void appendUntilRefused(EventChannel events) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !append(events));
        assertThat(acknowledged).hasSizeGreaterThan(10);
    }

    private boolean append(EventChannel events) {
        var id = UUID.randomUUID().toString();
        try {
            events.appendEvents(event(id, 0), event(id, 1))
                    .orTimeout(10, SECONDS)
                    .join();
            acknowledged.add(id);
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasMessageContaining("AXONIQ-9100");
            return false;
        }
    }

    /** Payloads that do not compress, so that table files need room as well. */
    private static Event event(String id, int sequence) {
        var payload = new byte[PAYLOAD];
        new java.util.Random(id.hashCode() + sequence).nextBytes(payload);
        return Event.newBuilder()
                .setMessageIdentifier(id + "/" + sequence)
                .setAggregateIdentifier(id)
                .setAggregateSequenceNumber(sequence)
                .setAggregateType("Session")
                .setPayload(SerializedObject.newBuilder().setType("Metered").setData(ByteString.copyFrom(payload)))
                .build();
    }

    private void assertRefusesAndReads(AxonServerConnection connection) throws InterruptedException {
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThat(append(connection.eventChannel())).isFalse();
        }
        assertHoldsAll(connection.eventChannel());
    }

    private void goesOn(EventChannel events) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> append(events));
        for (var more = 0; more < 5; more++) {
            assertThat(append(events)).isTrue();
        }
    }

    /** Everything acknowledged is there, tokens have no gap, and no transaction is there by half. */
    private void assertHoldsAll(EventChannel events) throws InterruptedException {
        var found = new ArrayList<String>();
        var last = events.getLastToken().join();
        try (var stream = events.openStream(-1, 50, 10)) {
            for (var token = 0L; token <= last; token++) {
                var event = java.util.Objects.requireNonNull(stream.nextIfAvailable(10, SECONDS));
                assertThat(event.getToken()).isEqualTo(token);
                assertThat(event.getEvent().getAggregateSequenceNumber()).isEqualTo(token % 2);
                found.add(event.getEvent().getAggregateIdentifier());
            }
        }
        assertThat(found.size() % 2).isZero();
        assertThat(new HashSet<>(found)).containsAll(acknowledged);
    }

    private void assertHoldsAllAfterRestart(Path data) throws Exception {
        try (var node = AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0))) {
            var factory = io.axoniq.axonserver.connector.AxonServerConnectionFactory.forClient("after")
                    .routingServers(new io.axoniq.axonserver.connector.impl.ServerAddress("127.0.0.1", node.grpcPort()))
                    .build();
            assertHoldsAll(factory.connect("default").eventChannel());
            factory.shutdown();
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
