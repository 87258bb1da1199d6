package io.voltledger.command.chargepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Receipt;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ChargePointCommand.AssignTariff;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointBooted;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointConnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointDisconnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.ChargePointEvent.ConnectorStatusChanged;
import io.voltledger.api.chargepoint.ChargePointEvent.TariffAssigned;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Snapshots;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ChargePointTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final StationId STATION = new StationId("CP-1");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ChargePointRegistered REGISTERED =
            new ChargePointRegistered(STATION, "Seoul 1", SEOUL, null, AT);
    private static final BootReport BOOT = new BootReport("V", "M", null, null, null, null, null, null, null);

    private final AggregateTestFixture<ChargePoint> chargePoint = new AggregateTestFixture<>(ChargePoint.class);

    @Test
    void isRegisteredOnce() {
        chargePoint
                .givenNoPriorActivity()
                .when(new RegisterChargePoint(STATION, "Seoul 1", SEOUL, null, AT))
                .expectEvents(REGISTERED);
        chargePoint
                .given(REGISTERED)
                .when(new RegisterChargePoint(STATION, "Seoul 1", SEOUL, null, AT.plusSeconds(9)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        chargePoint
                .given(REGISTERED)
                .when(new RegisterChargePoint(STATION, "Busan 1", SEOUL, null, AT))
                .expectExceptionDetails(
                        new Rejection(Rejection.ALREADY_EXISTS, "Charge point CP-1 is registered with other content"));
    }

    @Test
    void letsOnlyKnownStationsIn() {
        chargePoint
                .givenNoPriorActivity()
                .when(connect("c1"))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no charge point CP-1"));
    }

    @Test
    void takesATariffOnce() {
        TariffId tariff = new TariffId("standard");
        chargePoint
                .given(REGISTERED)
                .when(new AssignTariff(STATION, tariff, AT))
                .expectEvents(new TariffAssigned(STATION, tariff, AT));
        chargePoint
                .given(REGISTERED, new TariffAssigned(STATION, tariff, AT))
                .when(new AssignTariff(STATION, tariff, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotDisconnectedByTheCloseOfASocketThatWasReplaced() {
        chargePoint
                .given(REGISTERED, connected("c1"), connected("c2"))
                .when(new DisconnectStation(STATION, "c1", "replaced", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        chargePoint
                .given(REGISTERED, connected("c1"), connected("c2"))
                .when(new DisconnectStation(STATION, "c2", "closed", AT))
                .expectEvents(new ChargePointDisconnected(STATION, "c2", "closed", AT));
    }

    @Test
    void isRegisteredBeforeAnythingElseIsKnownOfIt() {
        chargePoint
                .givenNoPriorActivity()
                .when(connect("c1"))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no charge point CP-1"));
    }

    @Test
    void isDisconnectedOnce() {
        chargePoint
                .given(REGISTERED, connected("c1"), new ChargePointDisconnected(STATION, "c1", "closed", AT))
                .when(new DisconnectStation(STATION, "c1", "closed", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void connectsASocketOnce() {
        chargePoint.given(REGISTERED).when(connect("c1")).expectEvents(connected("c1"));
        chargePoint
                .given(REGISTERED, connected("c1"))
                .when(connect("c1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void recordsABootOnce() {
        Receipt frame = new Receipt("b1", AT);
        chargePoint
                .given(REGISTERED)
                .when(new ReportBoot(STATION, BOOT, frame))
                .expectEvents(new ChargePointBooted(STATION, BOOT, frame));
        chargePoint
                .given(REGISTERED, new ChargePointBooted(STATION, BOOT, frame))
                .when(new ReportBoot(STATION, BOOT, frame))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void recordsAStatusWhereItChanges() {
        ConnectorStatusChanged available = changed(ConnectorStatus.AVAILABLE, AT);
        chargePoint
                .given(REGISTERED, available)
                .when(report(ConnectorStatus.AVAILABLE, AT.plusSeconds(60)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        chargePoint
                .given(REGISTERED, available)
                .when(report(ConnectorStatus.CHARGING, AT.plusSeconds(60)))
                .expectEvents(changed(ConnectorStatus.CHARGING, AT.plusSeconds(60)));
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        ChargePoint shell = new ChargePoint();
        shell.on(REGISTERED);
        shell.on(connected("c1"));
        shell.on(new ChargePointBooted(STATION, BOOT, new Receipt("b1", AT)));
        shell.on(changed(ConnectorStatus.AVAILABLE, AT));
        assertThat(Snapshots.readBack(shell, ChargePoint.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static ConnectStation connect(String connection) {
        return new ConnectStation(STATION, "node-a", connection, "ocpp1.6", AT);
    }

    private static ChargePointConnected connected(String connection) {
        return new ChargePointConnected(STATION, "node-a", connection, "ocpp1.6", AT);
    }

    private static ReportStatus report(ConnectorStatus status, Instant at) {
        return new ReportStatus(STATION, new ConnectorId(1), status(status, at), new Receipt("s", at));
    }

    private static ConnectorStatusChanged changed(ConnectorStatus status, Instant at) {
        return new ConnectorStatusChanged(STATION, new ConnectorId(1), status(status, at), new Receipt("s", at));
    }

    private static StatusReport status(ConnectorStatus status, Instant at) {
        return new StatusReport(status, status.name(), "NoError", null, null, at);
    }
}
