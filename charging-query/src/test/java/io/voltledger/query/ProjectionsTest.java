package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.history.Day;
import io.voltledger.query.history.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
    void showsAFactWithinHalfASecond() {
        awaitCaughtUp();
        Day day = new Day(NOON.plus(Duration.ofDays(1)));
        int before = day.history().facts().size();
        day.nextReading();
        platform.record(day.history().since(before));

        await().atMost(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(10))
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
