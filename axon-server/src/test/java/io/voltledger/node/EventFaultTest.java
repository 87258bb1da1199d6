package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.event.PersistentStreamProperties;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.voltledger.node.FaultProxy.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Appends, streams and schedules over a line that fails. */
class EventFaultTest extends FaultTest {

    private static final int TRANSACTIONS = 40;
    private static final int EVENTS = 3;
    /** Bytes; a sign of life has fewer. */
    private static final int SMALLEST_APPEND = 100;

    private final Random random = new Random(42);

    private static boolean succeeds(CompletableFuture<?> future) {
        return result(future.handle((done, failure) -> failure == null));
    }

    @Test
    void storesAnAppendWhoseAnswerIsLostOnce() {
        var near = connect("near");
        var application = through("application");
        line.hold(Way.TO_CLIENT);
        var appended = application.eventChannel().appendEvents(Events.range("A", 0, EVENTS));
        await().until(() -> result(near.eventChannel().getLastToken()) == EVENTS - 1);
        line.cut();

        assertThat(succeeds(appended)).isFalse();
        assertThat(history(near, "A")).hasSize(EVENTS);
        assertThat(result(near.eventChannel().getLastToken())).isEqualTo(EVENTS - 1);
    }

    @Test
    void storesNothingOfAnAppendThatDidNotArrive() {
        var near = connect("near");
        var application = through("application");
        line.hold(Way.TO_NODE);
        var appended = application.eventChannel().appendEvents(Events.range("A", 0, EVENTS));
        // A call that is not under way when the line breaks goes over the next one.
        await().until(() -> line.held(Way.TO_NODE) >= SMALLEST_APPEND);
        line.cut();

        assertThat(succeeds(appended)).isFalse();
        append(near, Events.range("A", 0, EVENTS));
        assertThat(history(near, "A")).hasSize(EVENTS);
    }

    @Test
    void storesEveryTransactionWholeAndOnceOrNotAtAll() {
        var application = through("application");
        var acknowledged = new ArrayList<String>();
        for (var i = 0; i < TRANSACTIONS; i++) {
            await().until(application::isConnected);
            if (random.nextBoolean()) {
                line.cutAfter(Way.TO_NODE, random.nextLong(800));
            } else {
                line.cutAfter(Way.TO_CLIENT, random.nextLong(60));
            }
            if (succeeds(application.eventChannel().appendEvents(Events.range("A" + i, 0, EVENTS)))) {
                acknowledged.add("A" + i);
            }
        }
        assertThat(line.cuts()).isGreaterThan(10);
        assertWholeAndOnce(acknowledged);
    }

    private void assertWholeAndOnce(List<String> acknowledged) {
        var near = connect("near");
        var stored = 0;
        for (var i = 0; i < TRANSACTIONS; i++) {
            var found = history(near, "A" + i).size();
            assertThat(found).isIn(acknowledged.contains("A" + i) ? List.of(EVENTS) : List.of(0, EVENTS));
            stored += found;
        }
        assertThat(result(near.eventChannel().getLastToken())).isEqualTo(stored - 1);
    }

    @Test
    void readsEveryEventOnceAcrossCuts() throws InterruptedException {
        var total = 4000;
        var near = connect("near");
        var reader = through("reader");
        var seen = new ArrayList<Long>();
        for (var appended = 0; seen.size() < total; ) {
            if (appended < total) {
                append(near, Events.range("A", appended, appended += 400));
            }
            await().until(reader::isConnected);
            line.cutAfter(Way.TO_CLIENT, random.nextLong(200, 60_000));
            read(reader, seen, appended);
        }
        assertThat(seen).isEqualTo(LongStream.range(0, total).boxed().toList());
        assertThat(line.cuts()).isGreaterThan(5);
    }

    /** Reads on after the last token until the stream breaks or nothing more is there. */
    private static void read(AxonServerConnection reader, List<Long> seen, long end) throws InterruptedException {
        try (var stream = reader.eventChannel().openStream(seen.size() - 1, 128)) {
            while (seen.size() < end && next(stream) instanceof EventWithToken event) {
                seen.add(event.getToken());
            }
        }
    }

    private static @Nullable EventWithToken next(EventStream stream) throws InterruptedException {
        try {
            return stream.nextIfAvailable(5, SECONDS);
        } catch (StreamClosedException broken) {
            return null;
        }
    }

    @Test
    void publishesAScheduledEventOnceAlthoughItsAnswerIsLost() throws InterruptedException {
        var near = connect("near");
        var application = through("application");
        line.hold(Way.TO_CLIENT);
        var scheduled = application.eventChannel().scheduleEvent(Duration.ofMillis(300), Events.loose("Rang", "r"));
        try (var stream = near.eventChannel().openStream(-1, 64)) {
            assertThat(take(stream, 1)).hasSize(1);
            line.cut();
            assertThat(succeeds(scheduled)).isFalse();
            assertThat(stream.nextIfAvailable(300, MILLISECONDS)).isNull();
        }
    }

    @Test
    void reschedulesAndCancelsAfterAReconnect() throws InterruptedException {
        var application = through("application");
        var events = application.eventChannel();
        var cancelled = result(events.scheduleEvent(Duration.ofSeconds(1), Events.loose("Rang", "cancelled")));
        var moved = result(events.scheduleEvent(Duration.ofHours(1), Events.loose("Rang", "late")));
        cut(application);

        assertThat(result(events.cancelSchedule(cancelled)).getSuccess()).isTrue();
        result(events.reschedule(moved, Duration.ofMillis(1200), Events.loose("Rang", "moved")));
        try (var stream = connect("near").eventChannel().openStream(-1, 64)) {
            assertThat(take(stream, 1))
                    .extracting(event -> Events.text(event.getEvent()))
                    .containsExactly("moved");
        }
    }

    @Test
    void deliversAllOfAPersistentStreamAcrossCuts() {
        var near = connect("near");
        append(near, Events.range("A", 0, 1000));
        var properties = new PersistentStreamProperties("stream", 1, "SequentialPolicy", List.of(), "0", "");
        var seen = new HashSet<Long>();
        for (var round = 0; round < 20 && seen.size() < 1000; round++) {
            var application = through("application" + round);
            line.cutAfter(Way.TO_CLIENT, random.nextLong(10_000, 40_000));
            try (var reader = new Reader(application, "stream", properties, true)) {
                await().until(() -> reader.ended.get() || reader.got.size() + seen.size() >= 1000);
                seen.addAll(reader.tokens());
            }
            application.disconnect();
        }
        assertThat(seen).hasSize(1000);
        assertThat(line.cuts()).isGreaterThan(1);
    }
}
