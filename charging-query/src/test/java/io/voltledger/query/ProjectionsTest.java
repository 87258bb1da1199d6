package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.ChargePointEvent.TariffAssigned;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.query.history.Day;
import io.voltledger.query.history.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectionsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

    private static Platform platform;
    private static List<Fact> facts;

    @BeforeAll
    static void start() {
        platform = Platform.start("projections");
        facts = new Day(NOON).history().facts();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void projectsEachEventOnceHoweverOftenItIsApplied() throws Exception {
        apply(facts, 1);
        Map<String, List<String>> once = tables();
        assertThat(once).allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());

        platform.projections().forEach(AnnotationEventHandlerAdapter::prepareReset);
        assertThat(tables())
                .allSatisfy((name, rows) -> assertThat(rows).as(name).isEmpty());
        apply(facts, 2);

        assertThat(tables()).isEqualTo(once);
    }

    @Test
    @Order(2)
    void replaysIntoTheSameTables() {
        platform.projections().forEach(AnnotationEventHandlerAdapter::prepareReset);
        platform.record(facts);
        awaitCaughtUp();
        Map<String, List<String>> live = tables();

        platform.processors().forEach(PooledStreamingEventProcessor::shutDown);
        platform.processors().forEach(PooledStreamingEventProcessor::resetTokens);
        assertThat(tables().get("session")).isEmpty();
        platform.processors().forEach(PooledStreamingEventProcessor::start);
        await().untilAsserted(() -> assertThat(tables()).isEqualTo(live));
    }

    @Test
    @Order(3)
    void showsAFactSoonAfterItIsRecorded() {
        awaitCaughtUp();
        Day day = new Day(NOON.plus(Duration.ofDays(1)));
        int before = day.history().facts().size();
        day.nextReading();
        platform.record(day.history().since(before));

        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(energyOfRunningSession()).isEqualByComparingTo("8820"));
    }

    @Test
    @Order(4)
    void keepsWhatCannotBeProjectedAsADeadLetterAndGoesOn() {
        StationId unusable = new StationId("CP-LONG");
        StationId fine = new StationId("CP-FINE");
        platform.recordAlone(
                unusable.toString(),
                new ChargePointRegistered(unusable, "n".repeat(300), ZoneId.of("UTC"), null, NOON));
        platform.recordAlone(fine.toString(), new ChargePointRegistered(fine, "Fine", ZoneId.of("UTC"), null, NOON));

        await().untilAsserted(() -> assertThat(stations()).contains("CP-FINE").doesNotContain("CP-LONG"));
        assertThat(jdbc().sql("select processing_group from dead_letter_entry")
                        .query(String.class)
                        .list())
                .containsExactly("query-chargepoint");
    }

    @Test
    @Order(5)
    void setsAsideOnlyTheEventOfABatchThatCannotBeProjectedAndThoseAfterItOfItsSequence() {
        awaitCaughtUp();
        platform.processors().forEach(PooledStreamingEventProcessor::shutDown);
        StationId unusable = new StationId("CP-BATCH-BAD");
        List<StationId> fine = IntStream.range(0, 40)
                .mapToObj(number -> new StationId("CP-BATCH-" + number))
                .toList();
        fine.subList(0, 20).forEach(station -> platform.recordAlone(station.toString(), registered(station, "Fine")));
        platform.recordAlone(unusable.toString(), registered(unusable, "n".repeat(300)));
        fine.subList(20, 40).forEach(station -> platform.recordAlone(station.toString(), registered(station, "Fine")));
        platform.record(unusable.toString(), 1, new TariffAssigned(unusable, new TariffId("standard"), NOON));
        platform.record(fine.getFirst().toString(), 1, registered(fine.getFirst(), "Renamed"));
        platform.processors().forEach(PooledStreamingEventProcessor::start);

        await().untilAsserted(() -> assertThat(stations())
                .containsAll(fine.stream().map(StationId::value).toList())
                .doesNotContain("CP-BATCH-BAD"));
        assertThat(jdbc().sql("select name from charge_point where station_id = 'CP-BATCH-0'")
                        .query(String.class)
                        .single())
                .isEqualTo("Renamed");
        await().untilAsserted(() -> assertThat(
                        jdbc().sql("""
                                select concat(sequence_identifier, '/', sequence_index) from dead_letter_entry
                                where processing_group = 'query-chargepoint'
                                """).query(String.class).list())
                .containsExactlyInAnyOrder("station/CP-LONG/1", "station/CP-BATCH-BAD/1", "station/CP-BATCH-BAD/2"));
    }

    private static ChargePointRegistered registered(StationId station, String name) {
        return new ChargePointRegistered(station, name, ZoneId.of("UTC"), null, NOON);
    }

    private static void apply(List<Fact> facts, int times) throws Exception {
        List<AnnotationEventHandlerAdapter> projections = platform.projections();
        for (int position = 0; position < facts.size(); position++) {
            var message = new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(position),
                    (DomainEventMessage<?>) facts.get(position).message());
            for (int time = 0; time < times; time++) {
                for (AnnotationEventHandlerAdapter projection : projections) {
                    projection.handle(message);
                }
            }
        }
    }

    private static void awaitCaughtUp() {
        await().untilAsserted(() -> assertThat(platform.processors())
                .allSatisfy(processor -> assertThat(processor.processingStatus().values())
                        .isNotEmpty()
                        .allMatch(status -> status.isCaughtUp()
                                && status.getCurrentPosition().orElse(-1) >= facts.size() - 1)));
    }

    private static Map<String, List<String>> tables() {
        return Tables.dump(platform.bean(DataSource.class));
    }

    private static java.math.BigDecimal energyOfRunningSession() {
        return jdbc().sql("select energy_wh from session where session_id = 'CP-PLAZA-1:901'")
                .query(java.math.BigDecimal.class)
                .single();
    }

    private static List<@org.jspecify.annotations.Nullable String> stations() {
        return jdbc().sql("select station_id from charge_point")
                .query(String.class)
                .list();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(platform.bean(DataSource.class));
    }
}
