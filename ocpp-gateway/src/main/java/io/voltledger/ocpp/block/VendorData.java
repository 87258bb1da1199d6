package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationLogCommand.RecordVendorData;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What only the station's vendor understands: kept as it came. */
public final class VendorData {

    private final StationCommands commands;

    public VendorData(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> keep(
            StationCall call, @Nullable String vendorId, @Nullable String messageId, @Nullable String data) {
        StationDay day = StationDay.of(call.station(), call.receipt().receivedAt());
        return commands.send(
                new RecordVendorData(day, call.station(), vendorId, messageId, data, call.receipt()), call);
    }
}
