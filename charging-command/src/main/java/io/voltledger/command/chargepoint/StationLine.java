package io.voltledger.command.chargepoint;

import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.command.Operators;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The way to a station. The gateway node that holds its socket is asked whether it would send the command, the command is
 * recorded, and then the node sends it. A station that moved meanwhile is looked up once more; one that cannot be found is
 * offline, and a command that was recorded by then ends so.
 */
@Component
class StationLine {

    private final Operators operators;
    private final ChargePoints chargePoints;
    private final GatewayNodes nodes;
    private final Clock clock;

    StationLine(Operators operators, ChargePoints chargePoints, GatewayNodes nodes, Clock clock) {
        this.operators = operators;
        this.chargePoints = chargePoints;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * Answers as soon as the frame is queued on the station's socket; what the station says is recorded later.
     *
     * @param payload goes to the wire as it stands
     * @throws CommandRejected {@code station-offline}, {@code station-busy}, {@code unknown-action}, {@code payload-invalid}
     * @throws ResourceNotFound where no such station is known
     */
    StationCommandId send(StationId station, String action, String payload) {
        if (!chargePoints.isRegistered(station)) {
            throw new ResourceNotFound("charge point " + station.value());
        }
        String node = holderOf(new CheckForStation(station, action, payload)).orElseThrow(() -> offline(station));
        StationCommandId id = new StationCommandId(UUID.randomUUID().toString());
        String recorded = Secrets.masked(action, payload);
        operators.send(new DispatchStationCommand(id, station, action, recorded, node, clock.instant()));
        if (!isSent(node, new SendToStation(id, station, action, payload))) {
            neverLeft(id);
            throw offline(station);
        }
        return id;
    }

    /** The node that would send it, asked twice: the station may be moving. */
    private Optional<String> holderOf(CheckForStation check) {
        Optional<String> first = chargePoints.nodeOf(check.station());
        return first.filter(node -> nodes.wouldSend(node, check))
                .or(() -> chargePoints
                        .nodeOf(check.station())
                        .filter(node -> !node.equals(first.orElse("")))
                        .filter(node -> nodes.wouldSend(node, check)));
    }

    private boolean isSent(String node, SendToStation command) {
        try {
            return nodes.send(node, command);
        } catch (CommandRejected busy) {
            neverLeft(command.command());
            throw busy;
        }
    }

    private void neverLeft(StationCommandId command) {
        StationAnswer offline = new StationAnswer(StationAnswer.Outcome.OFFLINE, null);
        operators.send(new ReportStationAnswer(command, offline, clock.instant()));
    }

    private static CommandRejected offline(StationId station) {
        return new CommandRejected(Rejection.STATION_OFFLINE, "Charge point " + station.value() + " is not connected");
    }
}
