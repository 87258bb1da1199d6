package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationOrder;
import io.voltledger.runtime.CommandRejected;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Takes the platform's commands to stations that are connected to this node. */
public final class StationOrders {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Connections connections;
    private final OrderReports reports;

    public StationOrders(Connections connections, OrderReports reports) {
        this.connections = connections;
        this.reports = reports;
    }

    /** Listens under the node's own name until the registration is cancelled. */
    public Registration subscribe(CommandBus bus, String node) {
        Registration checks =
                bus.subscribe(CheckForStation.nameAt(node), message -> check((CheckForStation) message.getPayload()));
        Registration orders =
                bus.subscribe(SendToStation.nameAt(node), message -> send((SendToStation) message.getPayload()));
        return () -> checks.cancel() & orders.cancel();
    }

    /** True where the order would be queued, false where the station is not here. */
    private boolean check(CheckForStation order) {
        Optional<StationLink> link = connections.find(order.station());
        if (link.isEmpty()) {
            return false;
        }
        vet(link.get().protocol(), order.action(), read(order.payload()));
        return taken(link.get().outgoing().outlook(), order.station());
    }

    /** True when it is queued for the station's socket, false where the station is not here. */
    private boolean send(SendToStation order) {
        Optional<StationLink> link = connections.find(order.station());
        if (link.isEmpty()) {
            return false;
        }
        JsonNode request = read(order.payload());
        vet(link.get().protocol(), order.action(), request);
        reports.taken(order.command());
        StationOrder call =
                new StationOrder(order.command(), order.station(), order.action(), order.payload(), request);
        OutgoingCalls.Offer offer = link.get().outgoing().offer(call);
        if (offer != OutgoingCalls.Offer.QUEUED) {
            reports.notTaken(order.command());
        }
        return taken(offer, order.station());
    }

    private static boolean taken(OutgoingCalls.Offer offer, StationId station) {
        return switch (offer) {
            case QUEUED -> true;
            case CLOSED -> false;
            case FULL ->
                throw new CommandRejected(
                        Rejection.STATION_BUSY, "Too many commands wait for charge point " + station.value());
        };
    }

    private static void vet(Protocol protocol, String action, JsonNode request) {
        List<String> faults = protocol.faults(action, request)
                .orElseThrow(() -> new CommandRejected(
                        Rejection.UNKNOWN_ACTION,
                        "There is no operation " + action + " that a station can be sent by "
                                + protocol.subprotocol()));
        if (!faults.isEmpty()) {
            throw new CommandRejected(Rejection.PAYLOAD_INVALID, String.join("; ", faults));
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CommandRejected(Rejection.PAYLOAD_INVALID, "The request is not JSON: " + e.getOriginalMessage());
        }
    }
}
