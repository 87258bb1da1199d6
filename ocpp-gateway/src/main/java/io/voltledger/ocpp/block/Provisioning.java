package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A station presents itself. */
public final class Provisioning {

    private final StationCommands commands;

    public Provisioning(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> boot(StationCall call, BootReport boot) {
        return commands.send(new ReportBoot(call.station(), boot, call.receipt()), call);
    }
}
