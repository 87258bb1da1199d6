package io.voltledger.node;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.PersistentStreamProperties;
import io.axoniq.axonserver.grpc.streams.CreateResult;
import io.axoniq.axonserver.grpc.streams.SegmentPosition;
import io.axoniq.axonserver.grpc.streams.StreamStatus;
import io.grpc.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Persistent streams through the official connector. */
class PersistentStreamContractTest extends NodeTest {

    private static final String ID = "bills";
    private static final String PER_AGGREGATE = "SequentialPerAggregatePolicy";

    private static PersistentStreamProperties properties(int segments, String policy, String start) {
        return new PersistentStreamProperties("Bills", segments, policy, List.of(), start, "");
    }

    private static Reader read(AxonServerConnection connection, PersistentStreamProperties properties) {
        return new Reader(connection, ID, properties, true);
    }

    private static StreamStatus status(AxonServerConnection connection) {
        return result(connection.eventChannel().persistentStreams()).getFirst();
    }

    private static List<Long> positions(AxonServerConnection connection) {
        return status(connection).getSegmentsList().stream()
                .map(SegmentPosition::getPosition)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(0, last).boxed().toList();
    }

    private static void appendAggregates(AxonServerConnection connection, int aggregates, int from, int end) {
        IntStream.range(0, aggregates)
                .forEach(aggregate -> append(connection, Events.range("A" + aggregate, from, end)));
    }

    @Test
    void deliversWhatIsThereAndWhatComes() {
        var connection = connect("one");
        append(connection, Events.range("A", 0, 150));
        var reader = read(connection, properties(1, "SequentialPolicy", "TAIL"));
        append(connection, Events.range("A", 150, 300));

        await().untilAsserted(() -> assertThat(reader.got).hasSize(300));
        assertThat(reader.got).extracting(Reader.Got::token).isEqualTo(upTo(299));
        await().untilAsserted(() -> assertThat(positions(connection)).containsExactly(299L));
        assertThat(status(connection).getStreamName()).isEqualTo("Bills");
        assertThat(status(connection).getSegments(0).getClientId()).startsWith("one");
    }

    @Test
    void startsWhereItIsTold() {
        var connection = connect("one");
        append(connection, Events.range("A", 0, 5));
        var head = read(connection, properties(1, "", PersistentStreamProperties.HEAD_POSITION));
        await().until(() -> !head.open.isEmpty());
        append(connection, Events.of("A", 5));
        var third = new Reader(connection, "third", properties(1, "", "3"), true);

        await().untilAsserted(() -> assertThat(head.tokens()).containsExactly(5L));
        await().untilAsserted(() -> assertThat(third.tokens()).containsExactly(3L, 4L, 5L));
    }

    @Test
    void keepsAggregatesInOrderOverSeveralSegments() {
        var connection = connect("one");
        appendAggregates(connection, 20, 0, 5);
        var reader = read(connection, properties(4, PER_AGGREGATE, "TAIL"));

        await().untilAsserted(() -> assertThat(reader.tokens()).isEqualTo(upTo(99)));
        var segments = new HashMap<String, Integer>();
        var sequences = new HashMap<String, Integer>();
        for (var got : reader.got) {
            var aggregate = got.payload().split("/", -1)[0];
            var sequence = Integer.parseInt(got.payload().split("/", -1)[1]);
            assertThat(segments.computeIfAbsent(aggregate, new_ -> got.segment()))
                    .isEqualTo(got.segment());
            assertThat(sequences.merge(aggregate, 1, Integer::sum)).isEqualTo(sequence + 1);
        }
        assertThat(new HashSet<>(segments.values())).hasSize(4);
    }

    @Test
    void keepsEventsOfOnePropertyTogether() {
        var connection = connect("one");
        append(connection, Events.charged("A", "east"), Events.charged("B", "west"), Events.charged("C", "east"));
        var parameters = List.of("JSON", "Charged", "$.station", "SequentialPolicy");
        var reader = read(
                connection, new PersistentStreamProperties("", 64, "PropertySequencingPolicy", parameters, "TAIL", ""));

        await().untilAsserted(() -> assertThat(reader.tokens()).isEqualTo(upTo(2)));
        var segments =
                reader.got.stream().collect(groupingBy(Reader.Got::payload, mapping(Reader.Got::segment, toSet())));
        assertThat(segments.values())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each).hasSize(1));
    }

    @Test
    void goesOnAfterTheLastAcknowledgementWhenTheNodeWasRestarted() {
        var before = connect("before");
        append(before, Events.range("A", 0, 10));
        var silent = new Reader(before, ID, properties(1, "", "TAIL"), false);
        await().untilAsserted(() -> assertThat(silent.got).hasSize(10));
        silent.segment(0).acknowledge(6);
        await().untilAsserted(() -> assertThat(positions(before)).containsExactly(6L));
        restartNode();
        var after = connect("after");
        var reader = read(after, properties(1, "", "TAIL"));

        await().untilAsserted(() -> assertThat(reader.tokens()).containsExactly(7L, 8L, 9L));
    }

    @Test
    void sharesSegmentsAmongClientsThatComeAndGo() {
        var one = connect("one");
        var two = connect("two");
        var first = read(one, properties(4, PER_AGGREGATE, "TAIL"));
        await().until(() -> first.open.size() == 4);
        appendAggregates(one, 10, 0, 10);
        var second = read(two, properties(4, PER_AGGREGATE, "TAIL"));
        await().until(() -> first.open.size() == 2 && second.open.size() == 2);
        appendAggregates(one, 10, 10, 15);

        await().untilAsserted(() -> assertThat(all(first, second)).isEqualTo(upTo(149)));
        assertThat(second.got).isNotEmpty();
        first.close();
        await().until(() -> second.open.size() == 4);
        appendAggregates(two, 10, 15, 20);
        await().untilAsserted(() -> assertThat(all(first, second)).isEqualTo(upTo(199)));
    }

    private static List<Long> all(Reader... readers) {
        return Stream.of(readers)
                .flatMap(reader -> reader.tokens().stream())
                .sorted()
                .toList();
    }

    @Test
    void changesTheNumberOfSegmentsWithoutLosingOrRepeatingAnything() {
        var connection = connect("one");
        var reader = read(connection, properties(2, PER_AGGREGATE, "TAIL"));
        appendAggregates(connection, 10, 0, 5);
        await().untilAsserted(() -> assertThat(reader.got).hasSize(50));
        result(connection.eventChannel().setPersistentStreamSegments(ID, 5));
        appendAggregates(connection, 10, 5, 10);

        await().untilAsserted(() -> assertThat(reader.tokens()).isEqualTo(upTo(99)));
        assertThat(status(connection).getSegmentsCount()).isEqualTo(5);
        result(connection.eventChannel().setPersistentStreamSegments(ID, 1));
        appendAggregates(connection, 10, 10, 11);
        await().untilAsserted(() -> assertThat(reader.tokens()).isEqualTo(upTo(109)));
    }

    @Test
    void sendsAgainAfterAResetAndSaysSo() {
        var connection = connect("one");
        append(connection, Events.range("A", 0, 10));
        var reader = read(connection, properties(1, "", "TAIL"));
        await().untilAsserted(() -> assertThat(positions(connection)).containsExactly(9L));

        result(connection.eventChannel().resetPersistentStreamAtPosition(ID, 8));
        append(connection, Events.of("A", 10));
        await().untilAsserted(() -> assertThat(reader.got.stream().skip(10).toList())
                .extracting(got -> got.token() + " " + got.replay())
                .containsExactly("8 true", "9 true", "10 false"));
        result(connection.eventChannel().resetPersistentStreamAtTail(ID));
        await().untilAsserted(() -> assertThat(reader.got).hasSize(24));
        result(connection.eventChannel().resetPersistentStreamAtHead(ID));
        assertThat(positions(connection)).containsExactly(10L);
    }

    @Test
    void sendsAgainWhatAClientCouldNotHandle() {
        var connection = connect("one");
        append(connection, Events.range("A", 0, 3));
        var reader = new Reader(connection, ID, properties(1, "", "TAIL"), false);
        await().untilAsserted(() -> assertThat(reader.got).hasSize(3));
        reader.segment(0).error("no bill without a tariff");

        await().untilAsserted(() ->
                assertThat(status(connection).getSegments(0).getError()).isEqualTo("no bill without a tariff"));
        await().untilAsserted(() ->
                assertThat(reader.got).extracting(Reader.Got::token).containsExactly(0L, 1L, 2L, 0L, 1L, 2L));
    }

    @Test
    void staysWhereItIsWithoutAcknowledgements() {
        var connection = connect("one");
        append(connection, Events.range("A", 0, 1000));
        var held = new Reader(connection, ID, properties(1, "", "TAIL"), false);
        await().untilAsserted(() -> assertThat(held.got).hasSize(1000));
        assertThat(positions(connection)).containsExactly(-1L);
    }

    @Test
    void createsRenamesListsAndDeletes() {
        var connection = connect("one");
        var events = connection.eventChannel();
        var properties = properties(3, PER_AGGREGATE, "TAIL");
        assertThat(result(events.createPersistentStream(ID, properties))).isEqualTo(CreateResult.created);
        assertThat(result(events.createPersistentStream(ID, properties))).isEqualTo(CreateResult.already_exists);
        result(events.updatePersistentStreamName(ID, "Invoices"));
        restartNode();
        var again = connect("two");
        assertThat(status(again).getStreamName()).isEqualTo("Invoices");
        assertThat(status(again).getSequencingPolicy().getPolicyName()).isEqualTo(PER_AGGREGATE);
        var reader = read(again, properties);
        await().until(() -> reader.open.size() == 3);

        result(again.eventChannel().deletePersistentStream(ID));
        await().untilTrue(reader.ended);
        assertThat(result(again.eventChannel().persistentStreams())).isEmpty();
        result(again.eventChannel().deletePersistentStream(ID));
        assertThat(failure(() -> result(again.eventChannel().resetPersistentStreamAtTail(ID))))
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var events = connect("one").eventChannel();

        assertThat(failure(() -> result(events.createPersistentStream(ID, properties(1, "ByGuessPolicy", "TAIL")))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure(() -> result(events.createPersistentStream(ID, properties(2000, "", "TAIL")))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static Status.Code failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Status.fromThrowable(catchThrowable(call)).getCode();
    }
}
