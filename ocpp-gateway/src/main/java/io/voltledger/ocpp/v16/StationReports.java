package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.ocpp.block.Availability;
import io.voltledger.ocpp.block.Provisioning;
import io.voltledger.ocpp.block.VendorData;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a 1.6 station says of itself. */
final class StationReports {

    private final Provisioning provisioning;
    private final Availability availability;
    private final VendorData vendorData;
    private final Clock clock;
    private final Duration heartbeatInterval;

    StationReports(StationCommands commands, Clock clock, Duration heartbeatInterval) {
        provisioning = new Provisioning(commands);
        availability = new Availability(commands);
        vendorData = new VendorData(commands);
        this.clock = clock;
        this.heartbeatInterval = heartbeatInterval;
    }

    CompletableFuture<ObjectNode> boot(StationCall call) {
        Payload payload = call.payload();
        String serial = payload.text("chargePointSerialNumber");
        BootReport boot = new BootReport(
                payload.text("chargePointVendor"),
                payload.text("chargePointModel"),
                serial == null ? payload.text("chargeBoxSerialNumber") : serial,
                payload.text("firmwareVersion"),
                payload.text("iccid"),
                payload.text("imsi"),
                payload.text("meterType"),
                payload.text("meterSerialNumber"),
                null);
        return provisioning
                .boot(call, boot)
                .thenApply(recorded -> Answers.empty()
                        .put("status", "Accepted")
                        .put("currentTime", Answers.time(clock.instant()))
                        .put("interval", Math.toIntExact(heartbeatInterval.toSeconds())));
    }

    CompletableFuture<ObjectNode> heartbeat(StationCall call) {
        return CompletableFuture.completedFuture(Answers.empty().put("currentTime", Answers.time(clock.instant())));
    }

    CompletableFuture<ObjectNode> status(StationCall call) {
        Payload payload = call.payload();
        String word = payload.text("status", "");
        StatusReport report = new StatusReport(
                StatusWord.status(word),
                word,
                payload.text("errorCode"),
                payload.text("info"),
                payload.text("vendorErrorCode"),
                payload.timeIfAny("timestamp"));
        return availability.status(call, payload.connector(), report).thenApply(recorded -> Answers.empty());
    }

    CompletableFuture<ObjectNode> data(StationCall call) {
        Payload payload = call.payload();
        return vendorData
                .keep(call, payload.text("vendorId"), payload.text("messageId"), payload.text("data"))
                .thenApply(kept -> Answers.empty().put("status", "UnknownVendorId"));
    }
}
