package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A station presents itself; how it is read from then on is chosen by that. */
public final class Provisioning {

    private final StationCommands commands;

    public Provisioning(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> boot(StationCall call, BootReport boot) {
        QuirkProfileVersion chosen =
                call.quirks().booted(call.station(), boot.vendor(), boot.model(), boot.firmwareVersion());
        return commands.send(new ReportBoot(call.station(), boot.under(chosen), call.receipt()), call);
    }
}
