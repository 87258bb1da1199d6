package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.station.StationOrder;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders that this node has in hand, and how each ended: reported until that is recorded. */
public final class OrderReports {

    private static final Logger LOG = LoggerFactory.getLogger(OrderReports.class);

    private final StationCommands commands;
    private final Clock clock;
    private final Set<StationCommandId> inHand = ConcurrentHashMap.newKeySet();

    public OrderReports(StationCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** From its queueing to its recorded end. */
    boolean inHand(StationCommandId command) {
        return inHand.contains(command);
    }

    void taken(StationCommandId command) {
        inHand.add(command);
    }

    void notTaken(StationCommandId command) {
        inHand.remove(command);
    }

    /** What the answer means is recorded before the answer, so that whoever reads the answer finds both. */
    OutgoingCalls.Reports of(Protocol protocol) {
        return new OutgoingCalls.Reports() {
            @Override
            public void answered(StationOrder order, JsonNode payload) {
                noted(order, payload).whenComplete((noted, failure) -> {
                    if (failure != null) {
                        LOG.error(
                                "What {} answered to {} could not be noted", order.station(), order.action(), failure);
                    }
                    ended(order, new StationAnswer(Outcome.ANSWERED, payload.toString()));
                });
            }

            private CompletableFuture<@Nullable Object> noted(StationOrder order, JsonNode payload) {
                try {
                    return protocol.answered(order, payload);
                } catch (RuntimeException e) {
                    return CompletableFuture.failedFuture(e);
                }
            }

            @Override
            public void ended(StationOrder order, StationAnswer answer) {
                report(order.command(), answer, order.actor());
            }
        };
    }

    /** An order of which nobody knows any more ends as offline. */
    void lost(StationCommandId command, String actor) {
        report(command, new StationAnswer(Outcome.OFFLINE, null), actor);
    }

    private void report(StationCommandId command, StationAnswer answer, String actor) {
        CompletableFuture<?> reported =
                commands.persist(new ReportStationAnswer(command, answer, clock.instant()), actor);
        reported.whenComplete((done, refused) -> inHand.remove(command));
    }
}
