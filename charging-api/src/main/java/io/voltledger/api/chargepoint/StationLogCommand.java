package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Facts that a station reports outside any session. */
public sealed interface StationLogCommand {

    StationDay day();

    /** A MeterValues that names no transaction: clock-aligned readings, or connector 0. */
    record RecordStationMeter(
            @TargetAggregateIdentifier StationDay day,
            StationId station,
            ConnectorId connector,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements StationLogCommand {}

    /** A status of firmware, diagnostics or logs, or a security event. */
    record RecordStationNotice(
            @TargetAggregateIdentifier StationDay day,
            StationId station,
            StationNotice notice,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements StationLogCommand {}

    /** A DataTransfer, as it came. */
    record RecordVendorData(
            @TargetAggregateIdentifier StationDay day,
            StationId station,
            @Nullable String vendorId,
            @Nullable String messageId,
            @Nullable String data,
            Receipt receipt)
            implements StationLogCommand {}
}
