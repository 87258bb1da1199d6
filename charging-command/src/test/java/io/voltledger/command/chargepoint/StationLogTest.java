package io.voltledger.command.chargepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationLogCommand.RecordVendorData;
import io.voltledger.api.chargepoint.StationLogEvent.StationMetered;
import io.voltledger.api.chargepoint.StationLogEvent.StationNoticeReceived;
import io.voltledger.api.chargepoint.StationLogEvent.VendorDataReceived;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.command.Snapshots;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class StationLogTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final StationId STATION = new StationId("CP-1");
    private static final StationDay DAY = StationDay.of(STATION, AT);
    private static final Receipt FRAME = new Receipt("f1", AT);
    private static final ConnectorId ZERO = new ConnectorId(0);
    private static final StationMetered METERED = new StationMetered(DAY, STATION, ZERO, List.of(), List.of(), FRAME);

    private final AggregateTestFixture<StationLog> log = new AggregateTestFixture<>(StationLog.class);

    @Test
    void keepsAReadingOutsideAnySessionOnce() {
        RecordStationMeter meter = new RecordStationMeter(DAY, STATION, ZERO, List.of(), List.of(), FRAME);
        log.givenNoPriorActivity().when(meter).expectEvents(METERED);
        log.given(METERED).when(meter).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void keepsVendorDataAsItCameOnce() {
        Receipt next = new Receipt("f2", AT);
        RecordVendorData vendor = new RecordVendorData(DAY, STATION, "V", null, "{]", next);
        VendorDataReceived received = new VendorDataReceived(DAY, STATION, "V", null, "{]", next);
        log.given(METERED).when(vendor).expectEvents(received);
        log.given(METERED, received)
                .when(vendor)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void keepsANoticeOnce() {
        StationNotice notice = new StationNotice(StationNotice.Kind.FIRMWARE_STATUS, "Installed", null, null, AT);
        Receipt next = new Receipt("f2", AT);
        RecordStationNotice record = new RecordStationNotice(DAY, STATION, notice, List.of(), next);
        StationNoticeReceived received = new StationNoticeReceived(DAY, STATION, notice, List.of(), next);
        log.given(METERED).when(record).expectEvents(received);
        log.given(METERED, received)
                .when(record)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        StationLog shell = new StationLog();
        shell.on(METERED);
        assertThat(Snapshots.readBack(shell, StationLog.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }
}
