package io.voltledger.command.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationLogCommand;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationLogCommand.RecordVendorData;
import io.voltledger.api.chargepoint.StationLogEvent;
import io.voltledger.api.chargepoint.StationLogEvent.StationMetered;
import io.voltledger.api.chargepoint.StationLogEvent.StationNoticeReceived;
import io.voltledger.api.chargepoint.StationLogEvent.VendorDataReceived;
import io.voltledger.command.Decision;
import org.jspecify.annotations.Nullable;

/** All that a station says is kept; a frame that is delivered twice is kept once. */
final class StationLogDecider {

    private StationLogDecider() {}

    /** @param last the frame that was kept last: a station has one in flight */
    static Decision<StationLogEvent> decide(StationLogCommand command, @Nullable Receipt last) {
        return switch (command) {
            case RecordStationMeter meter ->
                meter.receipt().equals(last)
                        ? Decision.nothing()
                        : Decision.of(new StationMetered(
                                meter.day(),
                                meter.station(),
                                meter.connector(),
                                meter.readings(),
                                meter.anomalies(),
                                meter.receipt()));
            case RecordStationNotice notice ->
                notice.receipt().equals(last)
                        ? Decision.nothing()
                        : Decision.of(new StationNoticeReceived(
                                notice.day(), notice.station(), notice.notice(), notice.anomalies(), notice.receipt()));
            case RecordVendorData vendor ->
                vendor.receipt().equals(last)
                        ? Decision.nothing()
                        : Decision.of(new VendorDataReceived(
                                vendor.day(),
                                vendor.station(),
                                vendor.vendorId(),
                                vendor.messageId(),
                                vendor.data(),
                                vendor.receipt()));
        };
    }

    static Receipt evolve(StationLogEvent event) {
        return switch (event) {
            case StationMetered metered -> metered.receipt();
            case StationNoticeReceived received -> received.receipt();
            case VendorDataReceived received -> received.receipt();
        };
    }
}
