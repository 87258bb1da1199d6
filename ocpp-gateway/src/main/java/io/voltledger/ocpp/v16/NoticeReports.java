package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.ocpp.block.Notices;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 1.6 station lets the platform know of firmware, diagnostics, logs and security, and the certificates it asks for. */
final class NoticeReports {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Notices notices;

    NoticeReports(StationCommands commands) {
        notices = new Notices(commands);
    }

    /** A notification whose word is its status. */
    Action status(Kind kind) {
        return call -> {
            Payload payload = call.payload();
            return keep(call, new StationNotice(kind, payload.text("status", ""), requestId(payload), null, null));
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

    private static @Nullable Integer requestId(Payload payload) {
        return payload.whole("requestId")
                .filter(id -> id.abs().compareTo(LARGEST) <= 0)
                .map(BigDecimal::intValue)
                .orElse(null);
    }
}
