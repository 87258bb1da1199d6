package io.voltledger.ocpp.v16;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.station.StationOrder;
import io.voltledger.ocpp.wire.ErrorCode;
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
    private final Agreements agreements;

    /**
     * @param heartbeatInterval what stations are told at boot
     * @param transactionSecret of the installation; another one gives a repeated start another transaction id
     */
    public Ocpp16(StationCommands commands, Clock clock, Duration heartbeatInterval, String transactionSecret) {
        StationReports reports = new StationReports(commands, clock, heartbeatInterval);
        StationMemory memory = new StationMemory(commands, clock);
        TransactionReports transactions =
                new TransactionReports(commands, memory, new TransactionIds(transactionSecret));
        agreements = new Agreements(memory);
        NoticeReports notices = new NoticeReports(commands);
        actions = Map.ofEntries(
                entry("BootNotification", reports::boot),
                entry("Heartbeat", reports::heartbeat),
                entry("StatusNotification", reports::status),
                entry("DataTransfer", reports::data),
                entry("Authorize", transactions::authorize),
                entry("StartTransaction", transactions::start),
                entry("MeterValues", transactions::meter),
                entry("StopTransaction", transactions::stop),
                entry("FirmwareStatusNotification", notices.status(Kind.FIRMWARE_STATUS)),
                entry("SignedFirmwareStatusNotification", notices.status(Kind.SIGNED_FIRMWARE_STATUS)),
                entry("DiagnosticsStatusNotification", notices.status(Kind.DIAGNOSTICS_STATUS)),
                entry("LogStatusNotification", notices.status(Kind.LOG_STATUS)),
                entry("SecurityEventNotification", notices::securityEvent),
                entry("SignCertificate", notices::signCertificate));
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
    public Optional<String> word(ErrorCode code) {
        return switch (code) {
            case MALFORMED_FRAME, MALFORMED_PAYLOAD -> Optional.of("FormationViolation");
            case UNKNOWN_MESSAGE_TYPE -> Optional.empty();
            case UNKNOWN_ACTION -> Optional.of("NotImplemented");
            case NOT_SUPPORTED -> Optional.of("NotSupported");
            case FIELD_MISSING -> Optional.of("OccurenceConstraintViolation");
            case WRONG_TYPE -> Optional.of("TypeConstraintViolation");
            case WRONG_VALUE -> Optional.of("PropertyConstraintViolation");
            case INTERNAL_ERROR -> Optional.of("InternalError");
        };
    }

    @Override
    public Optional<List<String>> faults(String action, JsonNode request) {
        return Optional.ofNullable(Operations.ALL.get(action)).map(fields -> fields.faults("", request));
    }

    @Override
    public CompletableFuture<@Nullable Object> answered(StationOrder order, JsonNode answer) {
        return agreements.note(order, answer);
    }
}
