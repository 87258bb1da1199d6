package io.voltledger.ocpp.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStation;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStations;
import io.voltledger.api.chargepoint.ChargePointQuery.ListConnectedStations;
import io.voltledger.api.chargepoint.ChargePointQuery.ListOpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.OpenStationCommands;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.Platform;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final Platform platform = new Platform();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final StationCommands commands = new StationCommands(
            platform.gateway(),
            Executors.newVirtualThreadPerTaskExecutor(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    private final OrderReports reports = new OrderReports(commands, clock);
    private final QueryGateway gateway =
            DefaultQueryGateway.builder().queryBus(queries).build();
    private final Aftermath aftermath = new Aftermath(
            List.of(
                    new LostOrders(gateway, reports, "gateway-1"),
                    new LostStations(gateway, new Connections(), commands, "gateway-1", clock)),
            clock,
            Duration.ofMillis(20));

    @AfterEach
    void stop() {
        aftermath.stop();
    }

    @Test
    void endsCommandsThatThisNodeLeftOpenWhenItDied() {
        reports.taken(new StationCommandId("in-hand"));
        aftermath.start();
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

    @Test
    void showsStationsOfflineThatDidNotComeBack() {
        StationId station = new StationId("CP-1");
        aftermath.start();
        queries.subscribe(ListConnectedStations.class.getName(), ConnectedStations.class, query -> {
            ListConnectedStations asked = (ListConnectedStations) query.getPayload();
            assertThat(asked.connectedBefore()).isBefore(NOW);
            return new ConnectedStations(List.of(new ConnectedStation(station, "socket-1")));
        });

        await().until(() -> !platform.recorded(DisconnectStation.class).isEmpty());

        assertThat(platform.recorded(DisconnectStation.class).getFirst())
                .isEqualTo(new DisconnectStation(station, "socket-1", "the gateway died", NOW));
    }
}
