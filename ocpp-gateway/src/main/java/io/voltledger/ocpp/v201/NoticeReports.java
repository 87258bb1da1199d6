package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.ocpp.block.Notices;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.CallRefused;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.wire.ErrorCode;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 2.0.1 station lets the platform know: firmware, logs, security, events, reports and reservations. */
final class NoticeReports {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Notices notices;

    NoticeReports(StationCommands commands) {
        notices = new Notices(commands);
    }

    /** A notification whose word stands in one field. */
    Action word(Kind kind, String wordField, String requestField) {
        return call -> {
            Payload payload = call.payload();
            return keep(
                    call,
                    new StationNotice(kind, payload.text(wordField, ""), requestId(payload, requestField), null, null));
        };
    }

    /** A list that comes in parts: the word is the part's number. */
    Action part(Kind kind, String listField, String requestField) {
        return call -> {
            Payload payload = call.payload();
            return keep(
                    call,
                    new StationNotice(
                            kind,
                            payload.text("seqNo", ""),
                            requestId(payload, requestField),
                            payload.node(listField).toString(),
                            payload.timeIfAny("generatedAt")));
        };
    }

    /** The charging profiles that a station keeps, part by part. */
    Action profiles() {
        return call -> {
            Payload payload = call.payload();
            return keep(
                    call,
                    new StationNotice(
                            Kind.CHARGING_PROFILES,
                            payload.text("chargingLimitSource", ""),
                            requestId(payload, "requestId"),
                            payload.node("chargingProfile").toString(),
                            null));
        };
    }

    CompletableFuture<ObjectNode> securityEvent(StationCall call) {
        Payload payload = call.payload();
        return keep(
                call,
                new StationNotice(
                        Kind.SECURITY_EVENT,
                        payload.text("type", ""),
                        null,
                        payload.text("techInfo"),
                        payload.timeIfAny("timestamp")));
    }

    CompletableFuture<ObjectNode> signCertificate(StationCall call) {
        if (call.payload().text("csr") == null) {
            return CompletableFuture.failedFuture(new CallRefused(ErrorCode.FIELD_MISSING, "csr is missing"));
        }
        String csr = call.payload().node("csr").asText();
        if (csr.isBlank()) {
            return CompletableFuture.completedFuture(Answers.empty().put("status", "Rejected"));
        }
        return notices.certificateRequested(call, csr)
                .thenApply(recorded -> Answers.empty().put("status", "Accepted"));
    }

    private CompletableFuture<ObjectNode> keep(StationCall call, StationNotice notice) {
        return notices.keep(call, notice).thenApply(recorded -> Answers.empty());
    }

    private static @Nullable Integer requestId(Payload payload, String field) {
        return payload.whole(field)
                .filter(id -> id.abs().compareTo(LARGEST) <= 0)
                .map(BigDecimal::intValue)
                .orElse(null);
    }
}
