package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.runtime.CommandRejected;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Takes the platform's commands to stations that are connected to this node. */
public final class StationOrders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connections connections;

    public StationOrders(Connections connections) {
        this.connections = connections;
    }

    /** Listens under the node's own name until the registration is cancelled. */
    public Registration subscribe(CommandBus bus, String node) {
        return bus.subscribe(SendToStation.nameAt(node), message -> send((SendToStation) message.getPayload()));
    }

    /** True when it is queued for the station's socket, false where the station is not here. */
    private boolean send(SendToStation order) {
        Optional<StationLink> link = connections.find(order.station());
        if (link.isEmpty()) {
            return false;
        }
        OutgoingCalls.Order call = new OutgoingCalls.Order(order.command(), order.action(), payload(order.payload()));
        return switch (link.get().outgoing().offer(call)) {
            case QUEUED -> true;
            case CLOSED -> false;
            case FULL ->
                throw new CommandRejected(
                        "station-busy",
                        "Too many commands wait for " + order.station().value());
        };
    }

    private static JsonNode payload(String text) {
        try {
            JsonNode payload = JSON.readTree(text);
            if (payload.isObject()) {
                return payload;
            }
        } catch (JsonProcessingException e) {
            throw new CommandRejected("payload-invalid", "The payload is not JSON: " + e.getOriginalMessage());
        }
        throw new CommandRejected("payload-invalid", "The payload is not a JSON object");
    }
}
