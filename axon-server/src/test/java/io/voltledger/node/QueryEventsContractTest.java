package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.event.EventQueryResultEntry;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ad hoc queries through the official connector. */
class QueryEventsContractTest extends NodeTest {

    @Test
    void findsThePastAndEnds() throws InterruptedException {
        var events = connect("asks").eventChannel();
        events.appendEvents(Events.range("A", 0, 600)).join();
        events.appendEvents(Events.range("B", 0, 3)).join();

        try (var rows = events.queryEvents(
                "aggregateIdentifier = \"A\" | select(token, aggregateSequenceNumber as n)", false)) {
            var found = new ArrayList<Long>();
            for (EventQueryResultEntry row; (row = rows.nextIfAvailable(5, TimeUnit.SECONDS)) != null; ) {
                assertThat(row.columns()).containsExactly("token", "n");
                found.add(row.getValueAsLong("n"));
            }
            assertThat(found)
                    .isEqualTo(IntStream.range(0, 600).mapToObj(Long::valueOf).toList());
            assertThat(rows.isClosed()).isTrue();
        }
    }

    @Test
    void countsAndGoesOnCounting() throws InterruptedException {
        var events = connect("asks").eventChannel();
        events.appendEvents(Events.range("A", 0, 5)).join();

        try (var rows = events.queryEvents("groupby(aggregateIdentifier, count() as n)", true)) {
            assertThat(next(rows.nextIfAvailable(5, TimeUnit.SECONDS))).isEqualTo(5);
            events.appendEvents(Events.range("A", 5, 6)).join();
            var changed = rows.nextIfAvailable(5, TimeUnit.SECONDS);
            assertThat(next(changed)).isEqualTo(6);
            assertThat(changed.getIdentifiers()).isEqualTo(List.of("A"));
            assertThat(rows.isClosed()).isFalse();
        }
    }

    private static long next(EventQueryResultEntry row) {
        assertThat(row).isNotNull();
        return row.getValueAsLong("n");
    }

    @Test
    void findsSnapshots() throws InterruptedException {
        var events = connect("asks").eventChannel();
        events.appendEvents(Events.range("A", 0, 10)).join();
        events.appendSnapshot(Events.of("A", 4)).join();
        events.appendSnapshot(Events.of("A", 8)).join();

        try (var rows = events.querySnapshotEvents("aggregateSequenceNumber > 5", false)) {
            var row = rows.nextIfAvailable(5, TimeUnit.SECONDS);
            assertThat(row.getValueAsLong("aggregateSequenceNumber")).isEqualTo(8);
            assertThat(rows.nextIfAvailable(5, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        var events = connect("asks").eventChannel();

        var rows = events.queryEvents("token ? 1", false);
        await().atMost(Duration.ofSeconds(30)).until(rows::isClosed);

        assertThat(rows.getError().orElseThrow()).hasMessageContaining("Unexpected '?' (at character 7)");
        assertThatThrownBy(rows::next).isInstanceOf(StreamClosedException.class);
    }
}
