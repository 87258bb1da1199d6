package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.ChargePointQuery.ListOpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.OpenStationCommands;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Ends the commands that were sent by this node before it died: the connection that would have brought their answers is
 * gone.
 */
public final class LostOrders implements Aftermath.Task {

    private static final int AT_ONCE = 500;

    private final QueryGateway queries;
    private final OrderReports reports;
    private final String node;

    /** @param node this gateway's name */
    public LostOrders(QueryGateway queries, OrderReports reports, String node) {
        this.queries = queries;
        this.reports = reports;
        this.node = node;
    }

    @Override
    public CompletableFuture<?> clearUp(Instant before) {
        var query = new ListOpenStationCommands(node, before, AT_ONCE);
        return queries.query(query, ResponseTypes.instanceOf(OpenStationCommands.class))
                .thenAccept(open -> open.items().stream()
                        .filter(command -> !reports.inHand(command))
                        .forEach(command -> reports.lost(command, "gateway:" + node)));
    }
}
