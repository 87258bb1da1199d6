package io.voltledger.node.adhoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguageTest {

    private static final long NOON = Instant.parse("2026-03-01T12:34:00Z").toEpochMilli();

    private final List<Row> events = List.of(
            event(0, "CP-1:1", 0, "Started", "{\"station\":\"CP-1\",\"energy\":{\"value\":0}}", "driver"),
            event(1, "CP-2:1", 0, "Started", "{\"station\":\"CP-2\",\"energy\":{\"value\":0}}", "driver"),
            event(2, "CP-1:1", 1, "Metered", "{\"station\":\"CP-1\",\"energy\":{\"value\":700}}", "station"),
            event(3, "CP-1:1", 2, "Stopped", "{\"station\":\"CP-1\",\"energy\":{\"value\":900}}", "station"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "token > 1;2 3",
                "token >= 1 and token < 3;1 2",
                "not token = 0;1 2 3",
                "aggregateIdentifier = \"CP-2:1\";1",
                "aggregateSequenceNumber <> 0;2 3",
                "payloadType in ['Metered', \"Stopped\"];2 3",
                "payloadType in (\"Metered\");2",
                "payloadType = aggregateType;",
                "payloadData contains \"CP-2\";1",
                "contains(payloadData, \"CP-2\");1",
                "payloadType match \".*te.*d\";0 1 2",
                "metaData.actor = \"station\";2 3",
                "metaData(\"actor\") = 'driver' | token > 0;1",
                "metaData.absent = null;0 1 2 3",
                "jsonpath(payloadData, \"$.energy.value\") > 699;2 3",
                "jsonpath(payloadData, \"$.no.where\") = 1;",
                "jsonpath(left(payloadData, 0), \"$.energy\") = null;0 1 2 3",
                "token * 2 + 1 = 5;2",
                "token % 2 = 0 or token = 3;0 2 3",
                "(token = 0 or token = 1) and aggregateIdentifier contains \"CP-1\";0",
                "timestamp < \"2026-03-01T12:36:00Z\";0 1",
                "hour(timestamp) = 12 AND Minute(timestamp) = 36;2",
                "length(payloadType) = 7 | limit(2);0 1",
                ";0 1 2 3"
            })
    void filters(@Nullable String query, @Nullable String tokens) {
        var expected = tokens == null
                ? List.of()
                : Arrays.stream(tokens.split(" ", -1)).map(Long::valueOf).toList();
        assertThat(run(query == null ? "" : query).stream().map(row -> row.value("token")))
                .isEqualTo(expected);
    }

    @Test
    void shapesRows() {
        var rows = run("token = 2 | select(payloadType, upper(left(payloadType, 3)) as short, "
                + "formatDate(timestamp, \"HH:mm\", \"Asia/Seoul\") as time, 'x' + token as joined)");

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.value("payloadType")).isEqualTo("Metered");
            assertThat(row.value("short")).isEqualTo("MET");
            assertThat(row.value("time")).isEqualTo("21:36");
            assertThat(row.value("joined")).isEqualTo("x2");
            assertThat(row.id()).containsExactly(2L);
        });
    }

    @Test
    void groups() {
        var rows = run("groupby(aggregateIdentifier, count() as events, max(aggregateSequenceNumber), "
                + "sum(jsonpath(payloadData, \"$.energy.value\")) as energy, count(token > 1) as late)");

        assertThat(rows).hasSize(2);
        var first = rows.getFirst();
        assertThat(first.id()).containsExactly("CP-1:1");
        assertThat(first.value("events")).isEqualTo(3L);
        assertThat(first.value("max")).isEqualTo(2L);
        assertThat(first.value("energy")).isEqualTo(1600L);
        assertThat(first.value("late")).isEqualTo(2L);
    }

    @Test
    void filtersSortsAndLimitsGroups() {
        assertThat(run("groupby([payloadType], count() as n) | n > 1").stream().map(row -> row.value("payloadType")))
                .containsExactly("Started");
        assertThat(run("groupby(payloadType, count() as n) | sortbydesc(n, payloadType) | limit(2)").stream()
                        .map(row -> row.value("payloadType")))
                .containsExactly("Started", "Stopped");
    }

    @Test
    void countsNothingAsZero() {
        assertThat(run("token > 100 | count()"))
                .singleElement()
                .satisfies(row -> assertThat(row.value("count")).isEqualTo(0L));
        assertThat(run("avg(token)"))
                .singleElement()
                .satisfies(row -> assertThat(row.value("avg")).isEqualTo(1.5));
    }

    @Test
    void tellsAGroupAgainWhenItChanges() {
        var rows = new ArrayList<Row>();
        var pipeline = Stage.of(
                PipelineParser.parse("groupby(payloadType, count() as n)").steps(), rows::add);
        events.forEach(pipeline::row);
        pipeline.caughtUp();
        rows.clear();

        pipeline.row(event(4, "CP-3:1", 0, "Started", "{}", "driver"));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.id()).containsExactly("Started");
            assertThat(row.value("n")).isEqualTo(3L);
        });
    }

    @Test
    void readsSpansOfTimeAnywhere() {
        assertThat(PipelineParser.parse("token > 1 | last 2 hours | count()").window())
                .contains(Duration.ofHours(2));
        assertThat(PipelineParser.parse("LAST day").window()).contains(Duration.ofDays(1));
    }

    @Test
    void looksOnlyAtTokensThatItsFirstFiltersLeave() {
        assertThat(Range.of(PipelineParser.parse("token >= 5 and token < 9 and payloadType = 'x' | token > 6")
                        .steps()))
                .isEqualTo(new Range(7, 8));
        assertThat(Range.of(PipelineParser.parse("token > 5 or token < 2 | count() | count > 1")
                        .steps()))
                .isEqualTo(new Range(0, Long.MAX_VALUE));
    }

    @Test
    void namesTheColumnsThatComeOut() {
        assertThat(PipelineParser.parse("token > 1").columns()).startsWith("token", "eventIdentifier");
        assertThat(PipelineParser.parse("groupby([payloadType, hour(timestamp) as h], count())")
                        .columns())
                .containsExactly("payloadType", "h", "count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token >",
                "token = 1 |",
                "\"open",
                "nothing(1)",
                "left(payloadType)",
                "or ( token ) | token",
                "and()",
                "groupby(payloadType, payloadType)",
                "limit(1.5)",
                "last 3 fortnights",
                "token & 1",
                "select()",
                "99999999999999999999",
                "token = 1 as x"
            })
    void refusesWhatIsNoQuery(String query) {
        assertThatExceptionOfType(QueryFault.class).isThrownBy(() -> PipelineParser.parse(query));
    }

    @Test
    void givesUpOnAnExpressionThatGoesBackAndForth() {
        assertThatThrownBy(() -> Expressions.matches("x".repeat(60), "(.*)(.*)(.*)(.*)(.*)(.*)\\1z"))
                .isInstanceOf(QueryFault.class)
                .hasMessageContaining("gives up");
    }

    @Test
    void filtersAPersistentStream() {
        var condition = EventCondition.of("payloadType = \"Started\" | metaData.actor = \"driver\"");
        var started = Event.newBuilder()
                .setPayload(SerializedObject.newBuilder().setType("Started"))
                .putMetaData(
                        "actor",
                        MetaDataValue.newBuilder().setTextValue("driver").build())
                .build();

        assertThat(condition.holds(0, started)).isTrue();
        assertThat(condition.holds(1, started.toBuilder().clearMetaData().build()))
                .isFalse();
        assertThatThrownBy(() -> EventCondition.of("count()"))
                .hasMessageContaining("AXONIQ-0001")
                .hasMessageContaining("Only filters");
    }

    @Test
    void takesXmlApartWithoutFollowingItOut() {
        assertThat(Documents.xml("<a><b>1</b><b>2</b></a>", "count(//b)", "NUMBER"))
                .isEqualTo(2.0);
        assertThat(Documents.xml("<a><b>1</b><b>2</b></a>", "//b", "NODESET")).isEqualTo(List.of("1", "2"));
        assertThat(Documents.xml("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "//a", "STRING"))
                .isNull();
    }

    @Property(tries = 2000)
    void understandsOrRefusesEveryText(@ForAll("queries") String text) {
        try {
            var query = PipelineParser.parse(text);
            var pipeline = Stage.of(query.steps(), row -> {});
            events.forEach(pipeline::row);
            pipeline.caughtUp();
        } catch (QueryFault refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    @Provide
    Arbitrary<String> queries() {
        var words = Arbitraries.of(
                "token",
                "payloadType",
                "timestamp",
                "metaData",
                "(",
                ")",
                "[",
                "]",
                ",",
                "|",
                "=",
                "<",
                ">=",
                "and",
                "or",
                "not",
                "in",
                "contains",
                "match",
                "+",
                "-",
                "*",
                "/",
                "%",
                "1",
                "0",
                "2.5",
                "\"a\"",
                "'(a*)*'",
                "select",
                "groupby",
                "count",
                "avg",
                "sum",
                "limit",
                "sortby",
                "last",
                "hour",
                "as",
                "x",
                "null",
                "jsonpath",
                "\"$.a\"",
                "formatDate",
                "substring",
                "xpath");
        return words.list().ofMaxSize(14).map(list -> String.join(" ", list));
    }

    private List<Row> run(String query) {
        var rows = new ArrayList<Row>();
        var pipeline = Stage.of(PipelineParser.parse(query).steps(), rows::add);
        events.forEach(pipeline::row);
        pipeline.caughtUp();
        return rows;
    }

    private static Row event(long token, String aggregate, long sequence, String type, String json, String actor) {
        var event = Event.newBuilder()
                .setMessageIdentifier("event-" + token)
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(sequence)
                .setAggregateType("Session")
                .setTimestamp(NOON + token * 60_000)
                .setPayload(SerializedObject.newBuilder().setType(type).setData(ByteString.copyFromUtf8(json)))
                .putMetaData(
                        "actor", MetaDataValue.newBuilder().setTextValue(actor).build())
                .build();
        return EventRow.event(token, event.toByteArray());
    }
}
