package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/** What a station does by itself when its line brings something. */
record StationReactions(StationMemory memory, RemoteControl remote, Consumer<Acknowledged> observer)
        implements StationBehaviour {

    @Override
    public void acknowledged(Acknowledged call) {
        memory.acknowledge(call);
        observer.accept(call);
    }

    @Override
    public void connected() {
        memory.connect();
    }

    @Override
    public void disconnected() {
        memory.disconnected();
    }

    @Override
    public Optional<ObjectNode> called(String action, JsonNode payload) {
        return remote.scripted(action, payload).or(() -> usual(action, payload));
    }

    private Optional<ObjectNode> usual(String action, JsonNode payload) {
        return switch (action) {
            case "RemoteStartTransaction" -> Optional.of(start(payload));
            case "RemoteStopTransaction" ->
                Optional.of(stop(payload.path("transactionId").asInt()));
            case "Reset", "ClearCache", "ChangeAvailability", "ChangeConfiguration" -> Optional.of(status("Accepted"));
            case "UnlockConnector" -> Optional.of(status("Unlocked"));
            case "TriggerMessage" -> Optional.of(status("NotImplemented"));
            case "DataTransfer" -> Optional.of(status("UnknownVendorId"));
            case "GetConfiguration" -> {
                ObjectNode answer = SimulatedStation.object();
                answer.putArray("configurationKey");
                yield Optional.of(answer);
            }
            default -> Optional.empty();
        };
    }

    private ObjectNode start(JsonNode payload) {
        JsonNode connector = payload.path("connectorId");
        remote.started(new RemoteStart(
                payload.path("idTag").asText(),
                connector.isInt() ? Integer.valueOf(connector.asInt()) : null,
                payload));
        return status("Accepted");
    }

    private ObjectNode stop(int transaction) {
        if (!memory.charges(transaction)) {
            return status("Rejected");
        }
        remote.stopped(transaction);
        return status("Accepted");
    }

    private static ObjectNode status(String status) {
        return SimulatedStation.object().put("status", status);
    }
}
