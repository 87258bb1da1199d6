package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What was sent to a node that is killed again and again, what it acknowledged, and whether it still has that. */
final class CrashHistory {

    private static final String LOOSE = "Scheduled";

    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private final Queue<String> appended = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> snapshots = new ConcurrentHashMap<>();
    private final Set<String> scheduled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<String, List<String>> stored = new HashMap<>();
    private final Set<String> fired = new HashSet<>();
    private long checked = -1;

    int acknowledged() {
        return acknowledged.get();
    }

    String figures() {
        return "%d transactions, %d snapshots and %d schedules acknowledged, %d events stored"
                .formatted(appended.size(), snapshots.size(), scheduled.size(), checked + 1);
    }

    /** Appends transactions of one to five events, each an aggregate, with a snapshot or a schedule now and then, until one fails. */
    void work(EventChannel events) {
        var aggregate = UUID.randomUUID().toString();
        var transaction =
                Events.range(aggregate, 0, 1 + ThreadLocalRandom.current().nextInt(5));
        sent.put(
                aggregate,
                Arrays.stream(transaction).map(Event::getMessageIdentifier).toList());
        events.appendEvents(transaction).whenComplete((done, failure) -> {
            if (failure == null) {
                appended.add(aggregate);
                acknowledged.incrementAndGet();
                beside(events, aggregate, transaction.length - 1);
                work(events);
            }
        });
    }

    private void beside(EventChannel events, String aggregate, long sequence) {
        var chance = ThreadLocalRandom.current().nextInt(20);
        if (chance == 0) {
            events.appendSnapshot(Events.of(aggregate, sequence)).whenComplete((done, failure) -> {
                if (failure == null) {
                    snapshots.put(aggregate, sequence);
                }
            });
        } else if (chance == 1) {
            var event = Events.loose(LOOSE, "due");
            var due = java.time.Duration.ofMillis(ThreadLocalRandom.current().nextInt(500));
            events.scheduleEvent(due, event).whenComplete((token, failure) -> {
                if (failure == null) {
                    scheduled.add(event.getMessageIdentifier());
                }
            });
        }
    }

    /** Reads what is new since the last check: no gap, whole transactions, everything acknowledged. */
    void check(EventChannel events) throws InterruptedException {
        var last = events.getLastToken().join();
        assertThat(last).isGreaterThanOrEqualTo(checked);
        try (var stream = events.openStream(checked, 5000, 1000)) {
            for (var token = checked + 1; token <= last; token++) {
                var event = Objects.requireNonNull(stream.nextIfAvailable(20, SECONDS), "event " + token);
                assertThat(event.getToken()).isEqualTo(token);
                see(event.getEvent());
            }
        }
        checked = last;
        assertThat(appended.stream().filter(aggregate -> !stored.containsKey(aggregate)))
                .as("acknowledged and lost")
                .isEmpty();
        assertThat(stored.entrySet().stream()
                        .filter(aggregate -> !aggregate.getValue().equals(sent.get(aggregate.getKey()))))
                .as("not whole or not in order")
                .isEmpty();
        readSome(events);
    }

    private void see(Event event) {
        if (event.getPayload().getType().equals(LOOSE)) {
            assertThat(fired.add(event.getMessageIdentifier()))
                    .as("published once")
                    .isTrue();
        } else {
            stored.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>())
                    .add(event.getMessageIdentifier());
        }
    }

    private void readSome(EventChannel events) {
        sent.keySet().stream()
                .filter(stored::containsKey)
                .limit(20)
                .forEach(aggregate -> assertThat(events.openAggregateStream(aggregate, false)
                                .asStream()
                                .map(Event::getMessageIdentifier)
                                .toList())
                        .isEqualTo(sent.get(aggregate)));
        snapshots.entrySet().stream()
                .limit(20)
                .forEach(snapshot -> assertThat(
                                events.loadSnapshot(snapshot.getKey()).asStream())
                        .extracting(Event::getAggregateSequenceNumber)
                        .containsExactly(snapshot.getValue()));
    }

    /** Reads everything again from the first token. */
    void checkAll(EventChannel events) throws InterruptedException {
        checked = -1;
        stored.clear();
        fired.clear();
        check(events);
    }

    boolean hasFiredAll() {
        return fired.containsAll(scheduled);
    }
}
