package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.ocpp.block.Availability;
import io.voltledger.ocpp.block.Provisioning;
import io.voltledger.ocpp.block.VendorData;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a 2.0.1 station says of itself: blocks B, G and P. */
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
        Payload station = call.payload().within("chargingStation");
        Payload modem = station.within("modem");
        BootReport boot = new BootReport(
                station.text("vendorName"),
                station.text("model"),
                station.text("serialNumber"),
                station.text("firmwareVersion"),
                modem.text("iccid"),
                modem.text("imsi"),
                null,
                null,
                null);
        return provisioning
                .boot(call, boot)
                .thenApply(recorded -> Answers.empty()
                        .put("currentTime", Answers.time(clock.instant()))
                        .put("interval", Math.toIntExact(heartbeatInterval.toSeconds()))
                        .put("status", "Accepted"));
    }

    CompletableFuture<ObjectNode> heartbeat(StationCall call) {
        return CompletableFuture.completedFuture(Answers.empty().put("currentTime", Answers.time(clock.instant())));
    }

    CompletableFuture<ObjectNode> status(StationCall call) {
        Payload payload = call.payload();
        String word = payload.text("connectorStatus", "");
        StatusReport report = new StatusReport(status(word), word, null, null, null, payload.timeIfAny("timestamp"));
        return availability
                .status(call, ConnectorNumbers.read(payload, "evseId"), report)
                .thenApply(recorded -> Answers.empty());
    }

    CompletableFuture<ObjectNode> data(StationCall call) {
        Payload payload = call.payload();
        return vendorData
                .keep(call, payload.text("vendorId"), payload.text("messageId"), payload.text("data"))
                .thenApply(kept -> Answers.empty().put("status", "UnknownVendorId"));
    }

    private static ConnectorStatus status(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "available" -> ConnectorStatus.AVAILABLE;
            case "occupied" -> ConnectorStatus.OCCUPIED;
            case "reserved" -> ConnectorStatus.RESERVED;
            case "unavailable" -> ConnectorStatus.UNAVAILABLE;
            case "faulted" -> ConnectorStatus.FAULTED;
            default -> ConnectorStatus.UNKNOWN;
        };
    }
}
