package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What a station said outside any session, kept day by day. */
public sealed interface StationLogEvent {

    StationDay day();

    StationId station();

    @Revision("1")
    record StationMetered(
            StationDay day,
            StationId station,
            ConnectorId connector,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements StationLogEvent {}

    @Revision("1")
    record VendorDataReceived(
            StationDay day,
            StationId station,
            @Nullable String vendorId,
            @Nullable String messageId,
            @Nullable String data,
            Receipt receipt)
            implements StationLogEvent {}

    @Revision("1")
    record StationNoticeReceived(
            StationDay day, StationId station, StationNotice notice, List<Anomaly> anomalies, Receipt receipt)
            implements StationLogEvent {}
}
