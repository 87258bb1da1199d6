package io.voltledger.command.chargepoint;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.ChargePointQuery.FindStationConnection;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationConnection;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.command.CommandSettings;
import io.voltledger.command.Operators;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to a station: the command is recorded first, then handed to the gateway node that holds the station's socket.
 * A station that moved meanwhile is looked up once more; one that cannot be found is offline, and that is recorded too.
 */
@Component
class StationLine {

    private static final Logger LOG = LoggerFactory.getLogger(StationLine.class);

    private final Operators operators;
    private final QueryGateway queries;
    private final CommandBus nodes;
    private final CommandSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    StationLine(
            Operators operators,
            QueryGateway queries,
            CommandBus nodes,
            CommandSettings settings,
            JsonMapper json,
            Clock clock) {
        this.operators = operators;
        this.queries = queries;
        this.nodes = nodes;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers as soon as the frame is queued on the station's socket; what the station says is recorded later.
     *
     * @throws CommandRejected {@code station-offline}
     * @throws ResourceNotFound where no such station is known
     */
    StationCommandId send(StationId station, String action, Map<String, @Nullable Object> payload) {
        StationConnection known =
                connectionOf(station).orElseThrow(() -> new ResourceNotFound("charge point " + station.value()));
        StationCommandId id = new StationCommandId(UUID.randomUUID().toString());
        SendToStation command = new SendToStation(id, station, action, json.writeValueAsString(payload));
        operators.send(new DispatchStationCommand(id, station, action, command.payload(), clock.instant()));
        if (!isTaken(command, known.node()) && !isTakenElsewhere(command, known.node())) {
            StationAnswer offline = new StationAnswer(StationAnswer.Outcome.OFFLINE, null);
            operators.send(new ReportStationAnswer(id, offline, clock.instant()));
            throw new CommandRejected(
                    Rejection.STATION_OFFLINE, "Charge point " + station.value() + " is not connected");
        }
        return id;
    }

    private boolean isTakenElsewhere(SendToStation command, @Nullable String triedNode) {
        return connectionOf(command.station())
                .map(StationConnection::node)
                .filter(node -> !node.equals(triedNode))
                .map(node -> isTaken(command, node))
                .orElse(false);
    }

    /** Straight to the bus: a node that is not there must not be tried again and again. */
    private boolean isTaken(SendToStation command, @Nullable String node) {
        if (node == null) {
            return false;
        }
        var message = new GenericCommandMessage<>(
                new GenericMessage<>(command, Map.of(ContextKeys.ACTOR, Operators.ACTOR)), SendToStation.nameAt(node));
        FutureCallback<SendToStation, Object> answer = new FutureCallback<>();
        nodes.dispatch(message, answer);
        var result = answer.getResult(settings.stationCommandWait().toMillis(), TimeUnit.MILLISECONDS);
        if (result.isExceptional()) {
            LOG.info("Gateway node {} did not take command {}", node, command.command(), result.exceptionResult());
            return false;
        }
        return Boolean.TRUE.equals(result.getPayload());
    }

    private Optional<StationConnection> connectionOf(StationId station) {
        return queries.query(
                        new FindStationConnection(station), ResponseTypes.optionalInstanceOf(StationConnection.class))
                .orTimeout(settings.commandWait().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
