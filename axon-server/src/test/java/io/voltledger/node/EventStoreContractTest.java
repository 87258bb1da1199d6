package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventStoreContractTest extends NodeTest {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private EventChannel events() {
        return connect("events").eventChannel();
    }

    private static StatusRuntimeException failure(CompletableFuture<?> future) {
        var status = new StatusRuntimeException[1];
        assertThatThrownBy(() -> result(future))
                .satisfies(thrown ->
                        status[0] = (StatusRuntimeException) java.util.Objects.requireNonNull(thrown.getCause()));
        return status[0];
    }

    private static void assertInvalidSequence(CompletableFuture<?> future, String text) {
        var failure = failure(future);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.OUT_OF_RANGE);
        assertThat(failure.getStatus().getDescription()).isEqualTo(text);
        assertThat(java.util.Objects.requireNonNull(failure.getTrailers()).get(CODE))
                .isEqualTo("AXONIQ-2000");
    }

    @Test
    void readsAnAggregateAsItWasWritten() {
        var application = connect("events");
        var written = Events.range("A", 0, 5);
        append(application, written);
        append(application, Events.of("B", 0));

        assertThat(history(application, "A")).containsExactly(written);
    }

    @Test
    void refusesAGapInTheSequence() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 5)));

        assertInvalidSequence(
                events.appendEvents(Events.of("A", 4)),
                "[AXONIQ-2000] Invalid sequence number 4 for aggregate A, expected 5");
        assertInvalidSequence(
                events.appendEvents(Events.of("A", 6)),
                "[AXONIQ-2000] Invalid sequence number 6 for aggregate A, expected 5");
        assertInvalidSequence(
                events.appendEvents(Events.of("B", 1)),
                "[AXONIQ-2000] Invalid sequence number 1 for aggregate B, expected 0");
    }

    @Test
    void storesNothingOfAFailedTransactionAndGivesItsSequencesBack() {
        var application = connect("events");
        var events = application.eventChannel();

        failure(events.appendEvents(Events.of("A", 0), Events.of("A", 1), Events.of("B", 7)));
        assertThat(result(events.getLastToken())).isEqualTo(-1);

        append(application, Events.of("A", 0), Events.of("B", 0));
        assertThat(result(events.getLastToken())).isEqualTo(1);
    }

    @Test
    void ignoresTheAggregateTypeInTheSequence() {
        var events = events();
        result(events.appendEvents(Events.of("A", 0)));
        var otherType = Events.of("A", 0).toBuilder().setAggregateType("Other").build();

        assertInvalidSequence(
                events.appendEvents(otherType), "[AXONIQ-2000] Invalid sequence number 0 for aggregate A, expected 1");
    }

    @Test
    void keepsEventsWithoutTypeOutOfAggregates() {
        var application = connect("events");
        var loose = Events.of("A", 17).toBuilder().setAggregateType("").build();
        append(application, loose, loose);

        assertThat(history(application, "A")).isEmpty();
        assertThat(result(application.eventChannel().findHighestSequence("A"))).isEqualTo(-1);
        assertThat(result(application.eventChannel().getLastToken())).isEqualTo(1);
    }

    @Test
    void storesNothingOfARolledBackTransaction() {
        var events = events();
        var transaction = events.startAppendEventsTransaction().appendEvent(Events.of("A", 0));
        transaction.rollback();
        result(events.appendEvents(Events.of("A", 0)));

        assertThat(result(events.getLastToken())).isZero();
    }

    @Test
    void acceptsAnEmptyTransaction() {
        var confirmation = result(events().startAppendEventsTransaction().commit());

        assertThat(confirmation.getSuccess()).isTrue();
    }

    @Test
    void letsExactlyOneOfManyConcurrentAppendsWin() {
        var events = events();
        var attempts = IntStream.range(0, 32)
                .mapToObj(i -> events.appendEvents(Events.of("A", 0)).handle((done, failure) -> failure == null))
                .toList();

        assertThat(attempts.stream().filter(NodeTest::result)).hasSize(1);
    }

    @Test
    void knowsTheHighestSequence() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 5)));

        assertThat(result(events.findHighestSequence("A"))).isEqualTo(4);
        assertThat(result(events.findHighestSequence("AA"))).isEqualTo(-1);
    }

    @Test
    void streamsStoredEventsAndThenNewOnesInOrder() throws InterruptedException {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 3)));
        try (var stream = events.openStream(-1, 64)) {
            assertThat(take(stream, 3)).extracting(EventWithToken::getToken).containsExactly(0L, 1L, 2L);
            assertThat(stream.nextIfAvailable(50, MILLISECONDS)).isNull();

            result(events.appendEvents(Events.range("A", 3, 5)));
            assertThat(take(stream, 2)).extracting(EventWithToken::getToken).containsExactly(3L, 4L);
            assertThat(stream.isClosed()).isFalse();
        }
    }

    @Test
    void resumesAStreamAfterAToken() throws InterruptedException {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 5)));
        try (var stream = events.openStream(2, 64)) {
            assertThat(take(stream, 2)).extracting(EventWithToken::getToken).containsExactly(3L, 4L);
        }
    }

    @Test
    void streamsMoreEventsThanTheClientHasRoomFor() throws InterruptedException {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 6000)));
        try (var stream = events.openStream(-1, 64)) {
            assertThat(take(stream, 6000))
                    .extracting(EventWithToken::getToken)
                    .isEqualTo(
                            java.util.stream.LongStream.range(0, 6000).boxed().toList());
        }
    }

    @Test
    void leavesOutTypesTheClientIgnoresButShowsProgress() throws InterruptedException {
        var events = events();
        var noise = IntStream.range(0, 2500)
                .mapToObj(i -> Events.loose("Noise", "n"))
                .toArray(Event[]::new);
        result(events.appendEvents(noise));
        result(events.appendEvents(Events.loose("Signal", "s")));
        try (var stream = events.openStream(-1, 4096, 4096, false)) {
            stream.excludePayloadType("Noise", "1");
            var seen = new java.util.ArrayList<Long>();
            while (seen.isEmpty() || seen.getLast() < 2500) {
                seen.add(take(stream, 1).getFirst().getToken());
            }
            assertThat(seen).hasSizeLessThan(2501).endsWith(2500L);
        }
    }

    @Test
    void answersNothingForAnUnknownAggregate() {
        assertThat(history(connect("events"), "nobody")).isEmpty();
    }

    @Test
    void readsARangeOfAnAggregateWithoutItsEnd() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 10)));

        assertThat(events.openAggregateStream("A", 3, 6).asStream())
                .extracting(Event::getAggregateSequenceNumber)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void servesTheLastStoredSnapshotFirstAndTheEventsAfterIt() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 10)));
        result(events.appendSnapshot(Events.of("A", 7)));
        result(events.appendSnapshot(Events.of("A", 4)));

        var loaded = events.openAggregateStream("A", true).asStream().toList();
        assertThat(loaded).extracting(Event::getAggregateSequenceNumber).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(loaded).extracting(Event::getSnapshot).startsWith(true, false);
        assertThat(events.openAggregateStream("A", false).asStream()).hasSize(10);
    }

    @Test
    void listsSnapshotsNewestFirst() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 10)));
        for (var sequence : new int[] {2, 5, 8}) {
            result(events.appendSnapshot(Events.of("A", sequence)));
        }

        assertThat(events.loadSnapshots("A", 0, Long.MAX_VALUE, 2).asStream())
                .extracting(Event::getAggregateSequenceNumber)
                .containsExactly(8L, 5L);
        assertThat(events.loadSnapshots("A", 0, 5, 10).asStream())
                .extracting(Event::getAggregateSequenceNumber)
                .containsExactly(5L, 2L);
    }

    @Test
    void refusesASnapshotOfWhatHasNotHappened() {
        var events = events();
        result(events.appendEvents(Events.range("A", 0, 3)));

        assertThat(failure(events.appendSnapshot(Events.of("A", 3))).getStatus().getCode())
                .isEqualTo(Status.Code.OUT_OF_RANGE);
    }
}
