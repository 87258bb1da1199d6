package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.station.StationOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** OCPP 1.6J: what stations may call. */
public final class Ocpp16 implements Protocol {

    private final Map<String, Action> actions;

    /**
     * @param heartbeatInterval what stations are told at boot
     * @param transactionSecret of the installation; another one gives a repeated start another transaction id
     */
    public Ocpp16(StationCommands commands, Clock clock, Duration heartbeatInterval, String transactionSecret) {
        StationReports reports = new StationReports(commands, clock, heartbeatInterval);
        TransactionReports transactions = new TransactionReports(commands, new TransactionIds(transactionSecret));
        actions = Map.of(
                "BootNotification", reports::boot,
                "Heartbeat", reports::heartbeat,
                "StatusNotification", reports::status,
                "DataTransfer", reports::data,
                "Authorize", transactions::authorize,
                "StartTransaction", transactions::start,
                "MeterValues", transactions::meter,
                "StopTransaction", transactions::stop);
    }

    @Override
    public String subprotocol() {
        return "ocpp1.6";
    }

    @Override
    public Optional<CompletableFuture<ObjectNode>> answer(StationCall call) {
        return Optional.ofNullable(actions.get(call.action())).map(action -> action.answer(call));
    }

    @Override
    public Optional<List<String>> faults(String action, JsonNode request) {
        return Optional.ofNullable(Operations.ALL.get(action)).map(fields -> fields.faults("", request));
    }

    @Override
    public CompletableFuture<@Nullable Object> answered(StationOrder order, JsonNode answer) {
        return CompletableFuture.completedFuture(null);
    }
}
