package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStation;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStations;
import io.voltledger.api.chargepoint.ChargePointQuery.ListConnectedStations;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Shows stations offline that were connected to this node when it died and have not come back. */
public final class LostStations implements Aftermath.Task {

    private final QueryGateway queries;
    private final Connections connections;
    private final StationCommands commands;
    private final String node;
    private final Clock clock;

    /** @param node this gateway's name */
    public LostStations(
            QueryGateway queries, Connections connections, StationCommands commands, String node, Clock clock) {
        this.queries = queries;
        this.connections = connections;
        this.commands = commands;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<?> clearUp(Instant before) {
        return queries.query(new ListConnectedStations(node, before), ResponseTypes.instanceOf(ConnectedStations.class))
                .thenAccept(connected -> connected.items().stream()
                        .filter(station -> connections.find(station.station()).isEmpty())
                        .forEach(this::disconnect));
    }

    private void disconnect(ConnectedStation gone) {
        var unused = commands.persist(
                new DisconnectStation(gone.station(), gone.connection(), "the gateway died", clock.instant()),
                "gateway:" + node);
    }
}
