package io.voltledger.ocpp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointQuery.ListOpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.OpenStationCommands;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.ocpp.Platform;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostOrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final Platform platform = new Platform();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final OrderReports reports = new OrderReports(
            new StationCommands(
                    platform.gateway(),
                    Executors.newVirtualThreadPerTaskExecutor(),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5)),
            clock);
    private final LostOrders lost = new LostOrders(
            DefaultQueryGateway.builder().queryBus(queries).build(),
            reports,
            "gateway-1",
            clock,
            Duration.ofMillis(20));

    @AfterEach
    void stop() {
        lost.stop();
    }

    @Test
    void endsWhatThisNodeLeftOpenWhenItDied() {
        reports.taken(new StationCommandId("in-hand"));
        lost.start();
        queries.subscribe(ListOpenStationCommands.class.getName(), OpenStationCommands.class, query -> {
            ListOpenStationCommands asked = (ListOpenStationCommands) query.getPayload();
            assertThat(asked.node()).isEqualTo("gateway-1");
            assertThat(asked.dispatchedBefore()).isBefore(NOW);
            return new OpenStationCommands(List.of(new StationCommandId("in-hand"), new StationCommandId("lost")));
        });

        await().until(() -> !platform.recorded(ReportStationAnswer.class).isEmpty());

        assertThat(platform.recorded(ReportStationAnswer.class)).allSatisfy(report -> {
            assertThat(report.command()).isEqualTo(new StationCommandId("lost"));
            assertThat(report.answer().outcome()).isEqualTo(Outcome.OFFLINE);
        });
    }
}
