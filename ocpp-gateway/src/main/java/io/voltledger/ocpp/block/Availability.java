package io.voltledger.ocpp.block;

import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionId;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connector changes its state; where it holds a session, so does the session. */
public final class Availability {

    private final StationCommands commands;

    public Availability(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<@Nullable Object> status(StationCall call, ConnectorId connector, StatusReport status) {
        CompletableFuture<@Nullable Object> reported =
                commands.send(new ReportStatus(call.station(), connector, status, call.receipt()), call);
        Optional<SessionId> session = call.open().on(connector);
        Optional<ChargingState> state = chargingState(status.status());
        if (session.isEmpty() || state.isEmpty()) {
            return reported;
        }
        Instant changedAt = status.stationTime() == null ? call.receipt().receivedAt() : status.stationTime();
        RecordChargingState change =
                new RecordChargingState(session.get(), call.station(), state.get(), changedAt, call.receipt());
        return reported.thenCompose(done -> commands.send(change, call));
    }

    /** What a connector's state says of its session; empty where it says nothing. */
    private static Optional<ChargingState> chargingState(ConnectorStatus status) {
        return switch (status) {
            case CHARGING -> Optional.of(ChargingState.CHARGING);
            case SUSPENDED_EV -> Optional.of(ChargingState.SUSPENDED_EV);
            case SUSPENDED_EVSE, FAULTED -> Optional.of(ChargingState.SUSPENDED_EVSE);
            case AVAILABLE, PREPARING, FINISHING, RESERVED, OCCUPIED, UNAVAILABLE, UNKNOWN -> Optional.empty();
        };
    }
}
