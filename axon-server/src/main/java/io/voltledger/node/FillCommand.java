package io.voltledger.node;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.store.EventRecord;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.SyncMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Fills the store of a stopped node with events of about 300 bytes, for measuring what a large store costs. Aggregates of 100 events grow side by side,
 * 10 events a transaction; payloads are text that compresses to about half.
 */
@Command(
        name = "bench node-fill",
        mixinStandardHelpOptions = true,
        description = "Fills the store of a stopped node with events of about 300 bytes.")
public final class FillCommand implements Callable<Integer> {

    private static final int AGGREGATE = 100;
    private static final int SIDE_BY_SIDE = 500;
    private static final int TRANSACTION = 10;
    private static final int IN_FLIGHT = 2000;
    private static final int PAYLOAD = 190;
    private static final long REPORT = 1_000_000;

    @Option(names = "--data", required = true, description = "Data directory of the node")
    private Path data = Path.of("");

    @Option(names = "--events", required = true, description = "How many")
    private long events;

    private final SplittableRandom random = new SplittableRandom(1);

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "bench-logback.xml");
        }
        System.exit(new CommandLine(new FillCommand()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var directory = DataDirectory.open(data)) {
            directory.create(Contexts.DEFAULT);
            var place = directory.context(Contexts.DEFAULT);
            try (var store = EventStore.open(place, SyncMode.EVERY_SECOND, 1L << 30, Clock.systemUTC())) {
                fill(store);
            }
            return 0;
        } catch (NodeStartException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private void fill(EventStore store) throws InterruptedException {
        var ids = new String[SIDE_BY_SIDE];
        var inFlight = new Semaphore(IN_FLIGHT);
        var start = System.nanoTime();
        for (var written = 0L; written < events; ) {
            var turn = (int) (written / TRANSACTION % SIDE_BY_SIDE);
            var round = written / TRANSACTION / SIDE_BY_SIDE % (AGGREGATE / TRANSACTION);
            if (round == 0) {
                ids[turn] = new UUID(random.nextLong(), random.nextLong()).toString();
            }
            inFlight.acquire();
            var stored = store.append(transaction(ids[turn], round * TRANSACTION))
                    .whenComplete((token, failure) -> inFlight.release());
            written += TRANSACTION;
            if (written % REPORT == 0) {
                stored.join();
                var seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%,d events, %,.0f a second%n", written, written / seconds);
            }
        }
        inFlight.acquire(IN_FLIGHT);
    }

    private List<EventRecord> transaction(String aggregate, long first) {
        var transaction = new ArrayList<EventRecord>(TRANSACTION);
        for (var sequence = first; sequence < first + TRANSACTION; sequence++) {
            transaction.add(EventRecord.of(Event.newBuilder()
                    .setMessageIdentifier(new UUID(random.nextLong(), random.nextLong()).toString())
                    .setAggregateIdentifier(aggregate)
                    .setAggregateSequenceNumber(sequence)
                    .setAggregateType("Bench")
                    .setTimestamp(System.currentTimeMillis())
                    .setPayload(SerializedObject.newBuilder()
                            .setType("io.voltledger.Bench")
                            .setData(ByteString.copyFrom(payload())))
                    .build()));
        }
        return transaction;
    }

    private byte[] payload() {
        var payload = new byte[PAYLOAD];
        for (var at = 0; at < PAYLOAD; at += Long.BYTES) {
            var bits = random.nextLong();
            for (var i = at; i < Math.min(at + Long.BYTES, PAYLOAD); i++, bits >>>= 8) {
                payload[i] = (byte) ('a' + (bits & 15));
            }
        }
        return payload;
    }
}
