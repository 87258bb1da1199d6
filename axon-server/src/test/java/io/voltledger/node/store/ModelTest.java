package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The store against a model that fits in a few lines: whatever is appended, in whatever order, with restarts between. */
class ModelTest {

    private static final long NO_RESERVE = 0;

    sealed interface Step {
        /** Transactions that are sent together, so that they are written as one group if the writer takes them so. */
        record Append(List<List<Part>> transactions) implements Step {}

        record Snapshot(String aggregate, int sequence) implements Step {}

        record Restart() implements Step {}
    }

    /** An event of an aggregate with an offset from the sequence that is due: 0 is right, anything else is wrong. */
    record Part(String aggregate, int offset, boolean domain) {}

    /** What should be in the store. */
    private static final class Model {
        private final List<EventRecord> log = new ArrayList<>();
        private final Map<String, List<EventRecord>> aggregates = new HashMap<>();
        private final Map<String, List<EventRecord>> snapshots = new HashMap<>();

        boolean append(List<EventRecord> events) {
            var next = new HashMap<String, Long>();
            for (var event : events) {
                if (event.isDomainEvent()) {
                    var due = next.getOrDefault(event.aggregateId(), due(event.aggregateId()));
                    if (event.sequence() != due) {
                        return false;
                    }
                    next.put(event.aggregateId(), due + 1);
                }
            }
            events.forEach(this::add);
            return true;
        }

        private void add(EventRecord event) {
            log.add(event);
            if (event.isDomainEvent()) {
                aggregates
                        .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                        .add(event);
            }
        }

        long due(String aggregate) {
            return aggregates.getOrDefault(aggregate, List.of()).size();
        }

        boolean snapshot(EventRecord snapshot) {
            if (snapshot.sequence() >= due(snapshot.aggregateId())) {
                return false;
            }
            snapshots
                    .computeIfAbsent(snapshot.aggregateId(), id -> new ArrayList<>())
                    .addFirst(snapshot);
            return true;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var ids = Arbitraries.of("A", "AA", "B", "", "ü");
        var offsets = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(12, Arbitraries.just(0)), net.jqwik.api.Tuple.of(1, Arbitraries.of(-1, 1, 5)));
        var parts = Combinators.combine(ids, offsets, Arbitraries.of(true, true, true, false))
                .as(Part::new);
        Arbitrary<Step> appends = parts.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Step.Append::new);
        Arbitrary<Step> snapshots =
                Combinators.combine(ids, Arbitraries.integers().between(0, 6)).as(Step.Snapshot::new);
        Arbitrary<Step> restarts = Arbitraries.create(Step.Restart::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(12, appends),
                        net.jqwik.api.Tuple.of(3, snapshots),
                        net.jqwik.api.Tuple.of(1, restarts))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 25)
    void behavesLikeTheModel(@ForAll("steps") List<Step> steps) throws IOException {
        var directory = Files.createTempDirectory("model");
        var model = new Model();
        var store = open(directory);
        try {
            var count = 0;
            for (var step : steps) {
                switch (step) {
                    case Step.Append append -> {
                        var expected = new ArrayList<Boolean>();
                        var sent = new ArrayList<List<EventRecord>>();
                        for (var parts : append.transactions()) {
                            var events = events(parts, model, count++);
                            sent.add(events);
                            expected.add(model.append(events));
                        }
                        assertThat(sent.stream().map(store::append).toList())
                                .extracting(ModelTest::succeeds)
                                .isEqualTo(expected);
                    }
                    case Step.Snapshot wanted -> {
                        var snapshot = event(wanted.aggregate(), wanted.sequence(), true, count++);
                        assertThat(succeeds(store.appendSnapshot(snapshot))).isEqualTo(model.snapshot(snapshot));
                    }
                    case Step.Restart restart -> {
                        store.close();
                        store = open(directory);
                    }
                }
                assertSame(store, model);
            }
        } finally {
            store.close();
            delete(directory);
        }
    }

    private static EventStore open(Path directory) {
        return EventStore.open(directory, SyncMode.EVERY_SECOND, NO_RESERVE, Clock.systemUTC());
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<EventRecord> events(List<Part> parts, Model model, int count) {
        var due = new HashMap<String, Long>();
        var events = new ArrayList<EventRecord>();
        for (var part : parts) {
            var sequence = due.getOrDefault(part.aggregate(), model.due(part.aggregate())) + part.offset();
            events.add(event(part.aggregate(), sequence, part.domain(), count));
            if (part.domain()) {
                due.put(part.aggregate(), sequence + 1);
            }
        }
        return events;
    }

    private static EventRecord event(String aggregate, long sequence, boolean domain, int count) {
        return EventRecord.of(io.axoniq.axonserver.grpc.event.Event.newBuilder()
                .setMessageIdentifier("message " + count)
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(sequence)
                .setAggregateType(domain ? "Type" : "")
                .setTimestamp((count * 37L) % 11)
                .build());
    }

    private static boolean succeeds(java.util.concurrent.CompletableFuture<?> future) {
        return future.handle((done, failure) -> failure == null).join();
    }

    private static void assertSame(EventStore store, Model model) {
        assertThat(store.lastToken()).isEqualTo(model.log.size() - 1);
        assertThat(store.readLog(0).next(10_000))
                .extracting(StoredEvent::bytes)
                .containsExactly(model.log.stream().map(EventRecord::bytes).toArray(byte[][]::new));
        for (var id : List.of("A", "AA", "B", "", "ü")) {
            var expected = model.aggregates.getOrDefault(id, List.of());
            assertThat(store.highestSequence(id)).isEqualTo(expected.size() - 1);
            assertThat(store.readAggregate(id, 0, Long.MAX_VALUE).next(10_000))
                    .containsExactly(expected.stream().map(EventRecord::bytes).toArray(byte[][]::new));
            assertThat(store.snapshots(id, 0, Long.MAX_VALUE, 100))
                    .extracting(EventRecord::sequence)
                    .isEqualTo(model.snapshots.getOrDefault(id, List.of()).stream()
                            .map(EventRecord::sequence)
                            .toList());
        }
        for (var instant = 0L; instant < 12; instant++) {
            assertThat(store.tokenAt(instant)).isEqualTo(tokenAt(model, instant));
        }
    }

    private static long tokenAt(Model model, long instant) {
        if (model.log.isEmpty() || model.log.getFirst().timestamp() > instant) {
            return -1;
        }
        for (var token = 0; token < model.log.size(); token++) {
            if (model.log.get(token).timestamp() >= instant) {
                return token;
            }
        }
        return model.log.size();
    }
}
