package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.block.Authorizing;
import io.voltledger.ocpp.block.Metering;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.block.Transactions;
import io.voltledger.ocpp.reading.MeterReadings;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 1.6 station says of drivers and charges. */
final class TransactionReports {

    private static final int MAX_SALT = 16;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Authorizing authorizing;
    private final Transactions transactions;
    private final Metering metering;
    private final StationMemory memory;
    private final TransactionIds ids;

    TransactionReports(StationCommands commands, StationMemory memory, TransactionIds ids) {
        authorizing = new Authorizing(commands);
        transactions = new Transactions(commands);
        metering = new Metering(commands);
        this.memory = memory;
        this.ids = ids;
    }

    CompletableFuture<ObjectNode> authorize(StationCall call) {
        IdToken token = call.payload().idToken("idTag");
        CompletableFuture<Authorization> authorization = token == null
                ? CompletableFuture.completedFuture(Authorization.UNKNOWN_TOKEN)
                : authorizing.authorize(call, token);
        return authorization.thenApply(answer -> Answers.empty().set("idTagInfo", Answers.idTagInfo(answer)));
    }

    CompletableFuture<ObjectNode> start(StationCall call) {
        Payload payload = call.payload();
        ConnectorId connector = payload.connector();
        IdToken token = payload.idToken("idTag");
        if (token == null) {
            payload.findings().add(Code.FIELD_MISSING, "idTag");
        }
        var meterStart = payload.register("meterStart");
        var startedAt = payload.time("timestamp");
        StartSession unsalted = new StartSession(
                sessionOfStart(call, 0),
                call.station(),
                connector,
                token == null ? IdToken.UNNAMED : token,
                meterStart,
                startedAt,
                payload.findings().anomalies(),
                call.receipt());
        return start(call, unsalted, 0);
    }

    private CompletableFuture<ObjectNode> start(StationCall call, StartSession start, int salt) {
        return transactions.start(call, start).thenCompose(outcome -> {
            if (!outcome.collision()) {
                int transaction = Integer.parseInt(outcome.session().transaction());
                ObjectNode answer = Answers.empty().put("transactionId", transaction);
                answer.set("idTagInfo", Answers.idTagInfo(outcome.authorization()));
                return reserved(call, outcome.session()).thenApply(noted -> answer);
            }
            if (salt == MAX_SALT) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("No free transaction id at " + call.station()));
            }
            return start(call, salted(call, start, salt + 1), salt + 1);
        });
    }

    /** A start that names a reservation uses it. */
    private CompletableFuture<@Nullable Object> reserved(StationCall call, SessionId session) {
        return call.payload()
                .whole("reservationId")
                .filter(id -> id.abs().compareTo(LARGEST) <= 0)
                .map(id -> memory.used(call, id.intValue(), session))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private StartSession salted(StationCall call, StartSession start, int salt) {
        return new StartSession(
                sessionOfStart(call, salt),
                start.station(),
                start.connector(),
                start.token(),
                start.meterStart(),
                start.startedAt(),
                start.anomalies(),
                start.receipt());
    }

    CompletableFuture<ObjectNode> meter(StationCall call) {
        Payload payload = call.payload();
        ConnectorId connector = payload.connector();
        Optional<SessionId> session = named(call).or(() -> assumed(call, connector));
        List<MeterReading> readings =
                MeterReadings.read(payload.node("meterValue"), call.receipt().receivedAt(), payload.findings());
        return metering.record(call, connector, session, readings).thenApply(recorded -> Answers.empty());
    }

    /** The session that a reading without a transaction id must belong to, where that is plain. */
    private Optional<SessionId> assumed(StationCall call, ConnectorId connector) {
        Optional<SessionId> assumed = call.open().on(connector);
        String came = call.payload().text("transactionId");
        if (assumed.isPresent() && came == null) {
            call.payload().findings().add(Code.FIELD_MISSING, "transactionId: missing");
        } else if (came != null) {
            call.payload().findings().add(Code.UNKNOWN_TRANSACTION, "transactionId: " + came);
        }
        return assumed;
    }

    CompletableFuture<ObjectNode> stop(StationCall call) {
        Payload payload = call.payload();
        SessionId session = named(call).orElseGet(() -> unnamed(call));
        StopSession stop = new StopSession(
                session,
                call.station(),
                payload.idToken("idTag"),
                payload.register("meterStop"),
                payload.time("timestamp"),
                payload.text("reason", "Local"),
                MeterReadings.read(
                        payload.node("transactionData"), call.receipt().receivedAt(), payload.findings()),
                payload.findings().anomalies(),
                call.receipt());
        return transactions.stop(call, stop).thenApply(authorization -> {
            ObjectNode answer = Answers.empty();
            if (authorization != null) {
                answer.set("idTagInfo", Answers.idTagInfo(authorization));
            }
            return answer;
        });
    }

    /** The session that a transaction id names, where it is one that the platform could have given. */
    private static Optional<SessionId> named(StationCall call) {
        return call.payload()
                .whole("transactionId")
                .filter(id -> id.signum() > 0 && id.compareTo(LARGEST) <= 0)
                .map(id -> SessionId.of(call.station(), id.toBigInteger().toString()));
    }

    private SessionId sessionOfStart(StationCall call, int salt) {
        return SessionId.of(call.station(), idOf(call, salt, "connectorId", "idTag", "meterStart", "timestamp"));
    }

    /** A stop without a usable id ends the only open session; else it is a session of its own. Repeated, the same one. */
    private SessionId unnamed(StationCall call) {
        String came = call.payload().text("transactionId", "missing");
        call.payload().findings().add(Code.UNKNOWN_TRANSACTION, "transactionId: " + came);
        String own = idOf(call, 0, "idTag", "meterStop", "timestamp", "transactionId");
        return call.open().assumeStopped(own).orElseGet(() -> SessionId.of(call.station(), own));
    }

    private String idOf(StationCall call, int salt, String... fields) {
        String[] facts = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            facts[i] = fields[i] + "=" + call.payload().text(fields[i], "");
        }
        return ids.idOf(call.station(), salt, facts);
    }
}
