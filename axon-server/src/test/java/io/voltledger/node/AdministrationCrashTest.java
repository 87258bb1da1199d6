package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.PersistentStreamProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the node's process while streams are read and contexts deleted. The system property {@code crash.rounds} says how often. */
class AdministrationCrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final int EVENTS = 20;
    private static final int AGGREGATES = 20;

    @TempDir
    private Path data;

    private static Reader reader(AxonServerConnection connection) {
        var properties = new PersistentStreamProperties(
                "Bills", 3, "SequentialPerAggregatePolicy", List.of(), PersistentStreamProperties.TAIL_POSITION, "");
        return new Reader(connection, "bills", properties, true);
    }

    private static void append(AxonServerConnection connection, int aggregates) {
        for (var aggregate = 0; aggregate < aggregates; aggregate++) {
            var id = UUID.randomUUID().toString();
            NodeTest.append(connection, Events.range(id, 0, EVENTS));
        }
    }

    private static long last(AxonServerConnection connection) {
        return NodeTest.result(connection.eventChannel().getLastToken());
    }

    private static boolean isAcknowledged(AxonServerConnection connection, long token) {
        var stream =
                NodeTest.result(connection.eventChannel().persistentStreams()).getFirst();
        return stream.getSegmentsList().stream().anyMatch(segment -> segment.getPosition() >= token);
    }

    private static boolean hasSeen(TreeSet<Long> seen, Reader reader, long last) {
        seen.addAll(reader.tokens());
        return seen.size() > last;
    }

    /** What was acknowledged before the second of two appends was stored is written down: one writer writes everything in order. */
    @Test
    void losesNoEventOfAStreamAndRepeatsNoneThatWasWrittenDown() throws Exception {
        var seen = new TreeSet<Long>();
        var written = -1L;
        for (var round = 0; round < ROUNDS; round++) {
            try (var node = NodeProcess.start(data)) {
                var connection = node.connect("default");
                var reader = reader(connection);
                append(connection, AGGREGATES);
                var last = last(connection);
                await().atMost(20, SECONDS)
                        .until(() -> hasSeen(seen, reader, last) && isAcknowledged(connection, last));
                append(connection, 1);
                append(connection, 1);
                node.kill();
                written = last;
                seen.addAll(reader.tokens());
            }
        }
        try (var node = NodeProcess.start(data)) {
            var connection = node.connect("default");
            assertThat(isAcknowledged(connection, written)).isTrue();
            var all = LongStream.rangeClosed(0, last(connection)).boxed().toList();
            var reader = reader(connection);
            await().atMost(20, SECONDS).until(() -> hasSeen(seen, reader, all.getLast()));
            assertThat(seen).containsExactlyElementsOf(all);
        }
    }

    @Test
    void deletesAContextWholeOrNotAtAll() throws Exception {
        var acknowledged = false;
        for (var round = 0; round <= ROUNDS; round++) {
            try (var node = NodeProcess.start(data)) {
                checkDeleted(node, acknowledged);
                Http.send("POST", node.httpPort(), "/v1/context", "{\"context\": \"doomed\"}");
                append(node.connect("doomed"), AGGREGATES);
                var answer =
                        CompletableFuture.supplyAsync(() -> Http.send("DELETE", node.httpPort(), "/v1/context/doomed")
                                .statusCode());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(100_000_000));
                node.kill();
                acknowledged = answer.handle((status, failure) -> failure == null && status == 202)
                        .join();
            }
        }
    }

    private void checkDeleted(NodeProcess node, boolean acknowledged) {
        assertThat(data.resolve("deleted")).doesNotExist();
        var there = Http.get(node.httpPort(), "/v1/public/context").body().contains("doomed");
        assertThat(there && acknowledged).isFalse();
        if (there) {
            assertThat((last(node.connect("doomed")) + 1) % (AGGREGATES * EVENTS))
                    .isZero();
        }
    }
}
