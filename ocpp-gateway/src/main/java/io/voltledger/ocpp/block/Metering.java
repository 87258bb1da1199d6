package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionId;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Readings come in: into their session, or into the station's log of the day where they name none. */
public final class Metering {

    private final StationCommands commands;

    public Metering(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> record(
            StationCall call, ConnectorId connector, Optional<SessionId> session, List<MeterReading> readings) {
        var anomalies = call.payload().findings().anomalies();
        if (session.isPresent()) {
            call.open().heardOf(connector, session.get());
            return commands.record(
                    new RecordMeter(session.get(), call.station(), connector, readings, anomalies, call.receipt()),
                    call);
        }
        StationDay day = StationDay.of(call.station(), call.receipt().receivedAt());
        return commands.record(
                new RecordStationMeter(day, call.station(), connector, readings, anomalies, call.receipt()), call);
    }
}
