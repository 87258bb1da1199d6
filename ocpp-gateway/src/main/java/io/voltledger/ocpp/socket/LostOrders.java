package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.ChargePointQuery.ListOpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.OpenStationCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the commands that were sent by this node before it died: the connection that would have brought their answers is
 * gone. It looks for them when the node starts and now and then, in the read model, which may learn of one a little late.
 */
public final class LostOrders {

    private static final Logger LOG = LoggerFactory.getLogger(LostOrders.class);

    /** A command that is younger may still be on its way from its record to this node. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final QueryGateway queries;
    private final OrderReports reports;
    private final String node;
    private final Clock clock;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("lost-orders").factory());

    /** @param node this gateway's name */
    public LostOrders(QueryGateway queries, OrderReports reports, String node, Clock clock, Duration interval) {
        this.queries = queries;
        this.reports = reports;
        this.node = node;
        this.clock = clock;
        this.interval = interval;
    }

    public void start() {
        var unused = timer.scheduleWithFixedDelay(this::lookAgain, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }

    private void lookAgain() {
        try {
            endLost();
        } catch (RuntimeException e) {
            LOG.info("Commands that were left open are looked for again later: {}", e.toString());
        }
    }

    private void endLost() {
        var query = new ListOpenStationCommands(node, clock.instant().minus(ON_ITS_WAY), AT_ONCE);
        queries
                .query(query, ResponseTypes.instanceOf(OpenStationCommands.class))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .items()
                .stream()
                .filter(command -> !reports.inHand(command))
                .forEach(command -> reports.lost(command, "gateway:" + node));
    }
}
