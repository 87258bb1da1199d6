package io.voltledger.ocpp.v201;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.station.CallRefused;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.station.StationOrder;
import io.voltledger.ocpp.v201.operation.Operations;
import io.voltledger.ocpp.wire.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** OCPP 2.0.1: what stations may call, and what they may be asked. */
public final class Ocpp201 implements Protocol {

    /** What a station may call and the platform does not serve. */
    private static final Set<String> NOT_SERVED = Set.of(
            "Get15118EVCertificate", "GetCertificateStatus", "NotifyEVChargingNeeds", "NotifyEVChargingSchedule");

    private final Map<String, Action> actions;
    private final RemoteStarts remoteStarts = new RemoteStarts();
    private final Agreements agreements;

    /** @param heartbeatInterval what stations are told at boot */
    public Ocpp201(StationCommands commands, Clock clock, Duration heartbeatInterval) {
        agreements = new Agreements(new StationMemory(commands, clock));
        LimitReports limits = new LimitReports(commands, clock);
        StationReports reports = new StationReports(commands, clock, heartbeatInterval);
        TokenQuestions tokens = new TokenQuestions(commands);
        TransactionReports transactions = new TransactionReports(commands, remoteStarts);
        NoticeReports notices = new NoticeReports(commands);
        actions = Map.ofEntries(
                entry("BootNotification", reports::boot),
                entry("Heartbeat", reports::heartbeat),
                entry("StatusNotification", reports::status),
                entry("DataTransfer", reports::data),
                entry("Authorize", tokens::authorize),
                entry("TransactionEvent", transactions::event),
                entry("MeterValues", transactions::meter),
                entry("NotifyChargingLimit", limits::set),
                entry("ClearedChargingLimit", limits::cleared),
                entry("ReportChargingProfiles", notices.profiles()),
                entry("SecurityEventNotification", notices::securityEvent),
                entry("SignCertificate", notices::signCertificate),
                entry("FirmwareStatusNotification", notices.word(Kind.FIRMWARE_STATUS, "status", "requestId")),
                entry("PublishFirmwareStatusNotification", notices.word(Kind.FIRMWARE_STATUS, "status", "requestId")),
                entry("LogStatusNotification", notices.word(Kind.LOG_STATUS, "status", "requestId")),
                entry(
                        "ReservationStatusUpdate",
                        notices.word(Kind.RESERVATION_STATUS, "reservationUpdateStatus", "reservationId")),
                entry("NotifyReport", notices.part(Kind.DEVICE_REPORT, "reportData", "requestId")),
                entry("NotifyMonitoringReport", notices.part(Kind.MONITORING_REPORT, "monitor", "requestId")),
                entry("NotifyEvent", notices.part(Kind.DEVICE_EVENT, "eventData", "requestId")),
                entry("NotifyCustomerInformation", notices.part(Kind.CUSTOMER_INFORMATION, "data", "requestId")),
                entry("NotifyDisplayMessages", notices.part(Kind.DISPLAY_MESSAGES, "messageInfo", "requestId")));
    }

    @Override
    public String subprotocol() {
        return "ocpp2.0.1";
    }

    @Override
    public Optional<CompletableFuture<ObjectNode>> answer(StationCall call) {
        if (NOT_SERVED.contains(call.action())) {
            return Optional.of(CompletableFuture.failedFuture(
                    new CallRefused(ErrorCode.NOT_SUPPORTED, call.action() + " is not supported")));
        }
        return Optional.ofNullable(actions.get(call.action())).map(action -> action.answer(call));
    }

    @Override
    public Optional<String> word(ErrorCode code) {
        return Optional.of(
                switch (code) {
                    case MALFORMED_FRAME -> "RpcFrameworkError";
                    case MALFORMED_PAYLOAD -> "FormatViolation";
                    case UNKNOWN_MESSAGE_TYPE -> "MessageTypeNotSupported";
                    case UNKNOWN_ACTION -> "NotImplemented";
                    case NOT_SUPPORTED -> "NotSupported";
                    case FIELD_MISSING -> "OccurrenceConstraintViolation";
                    case WRONG_TYPE -> "TypeConstraintViolation";
                    case WRONG_VALUE -> "PropertyConstraintViolation";
                    case INTERNAL_ERROR -> "InternalError";
                });
    }

    @Override
    public Optional<List<String>> faults(String action, JsonNode request) {
        return Optional.ofNullable(Operations.ALL.get(action)).map(fields -> fields.faults("", request));
    }

    @Override
    public CompletableFuture<@Nullable Object> answered(StationOrder order, JsonNode answer) {
        remoteStarts.note(order, answer);
        return agreements.note(order, answer);
    }
}
