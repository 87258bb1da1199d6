package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.block.Metering;
import io.voltledger.ocpp.block.Transactions;
import io.voltledger.ocpp.reading.MeterReadings;
import io.voltledger.ocpp.reading.Registers;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 2.0.1 station says of charges: blocks E and J. */
final class TransactionReports {

    private final Transactions transactions;
    private final Metering metering;
    private final RemoteStarts remoteStarts;

    TransactionReports(StationCommands commands, RemoteStarts remoteStarts) {
        transactions = new Transactions(commands);
        metering = new Metering(commands);
        this.remoteStarts = remoteStarts;
    }

    /** Readings outside any charge. */
    CompletableFuture<ObjectNode> meter(StationCall call) {
        List<MeterReading> readings = readings(call);
        return metering.record(call, ConnectorNumbers.read(call.payload(), "evseId"), Optional.empty(), readings)
                .thenApply(recorded -> Answers.empty());
    }

    /** The answer tells of the token where the event named one. */
    CompletableFuture<ObjectNode> event(StationCall call) {
        Optional<TransactionEvent> read = TransactionEvent.read(call, readings(call));
        if (read.isEmpty()) {
            return meterOnly(call);
        }
        TransactionEvent event = read.get();
        CompletableFuture<@Nullable Authorization> recorded = switch (event.type()) {
            case STARTED -> started(call, event);
            case UPDATED -> updated(call, event);
            case ENDED -> ended(call, event);
        };
        return recorded.thenApply(authorization -> {
            ObjectNode answer = Answers.empty();
            if (authorization != null && event.token() != null) {
                answer.set("idTokenInfo", Answers.idTokenInfo(authorization));
            }
            return answer;
        });
    }

    private CompletableFuture<@Nullable Authorization> started(StationCall call, TransactionEvent event) {
        IdToken token = event.token();
        IdToken known = token != null
                ? token
                : Optional.ofNullable(event.remoteStartId())
                        .flatMap(id -> remoteStarts.token(call.station(), id))
                        .orElse(IdToken.UNNAMED);
        StartSession start = new StartSession(
                event.session(),
                call.station(),
                event.connector(),
                known,
                Registers.first(event.readings()).orElse(null),
                event.at(),
                call.payload().findings().anomalies(),
                call.receipt());
        return begin(call, start).thenCompose(authorization -> {
            CompletableFuture<@Nullable Object> rest = event.isRegisterOnly()
                    ? CompletableFuture.completedFuture(null)
                    : metering.record(call, event.connector(), Optional.of(event.session()), event.readings());
            return rest.thenCompose(done -> state(call, event)).thenApply(done -> authorization);
        });
    }

    /** The station chose the id: what holds it already is the same charge, of which something else was heard first. */
    private CompletableFuture<@Nullable Authorization> begin(StationCall call, StartSession start) {
        return transactions
                .start(call, start)
                .thenCompose(outcome -> outcome.collision()
                        ? transactions.learn(
                                call,
                                new LearnStart(
                                        start.session(),
                                        start.station(),
                                        start.connector(),
                                        start.token().equals(IdToken.UNNAMED) ? null : start.token(),
                                        start.meterStart(),
                                        start.startedAt(),
                                        start.anomalies(),
                                        start.receipt()))
                        : CompletableFuture.<@Nullable Authorization>completedFuture(outcome.authorization()));
    }

    private CompletableFuture<@Nullable Authorization> updated(StationCall call, TransactionEvent event) {
        boolean known = call.open().isOpen(event.session());
        CompletableFuture<@Nullable Object> recorded = known
                        && event.readings().isEmpty()
                        && call.payload().findings().anomalies().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : metering.record(call, event.connector(), Optional.of(event.session()), event.readings());
        return recorded.thenCompose(done -> state(call, event)).thenCompose(done -> name(call, event));
    }

    private CompletableFuture<@Nullable Authorization> ended(StationCall call, TransactionEvent event) {
        StopSession stop = new StopSession(
                event.session(),
                call.station(),
                event.token(),
                Registers.last(event.readings()).orElse(null),
                event.at(),
                event.stoppedReason(),
                event.readings(),
                call.payload().findings().anomalies(),
                call.receipt());
        return transactions.stop(call, stop);
    }

    private CompletableFuture<@Nullable Object> state(StationCall call, TransactionEvent event) {
        return event.state() == null
                ? CompletableFuture.completedFuture(null)
                : transactions.state(call, event.session(), event.state(), event.at());
    }

    /** The driver may show the token when the charge goes on already. */
    private CompletableFuture<@Nullable Authorization> name(StationCall call, TransactionEvent event) {
        if (event.token() == null) {
            return CompletableFuture.completedFuture(null);
        }
        return transactions.learn(
                call,
                new LearnStart(
                        event.session(),
                        call.station(),
                        event.connector(),
                        event.token(),
                        null,
                        null,
                        List.of(),
                        call.receipt()));
    }

    /** An event that names no transaction: what it measured is kept in the station's log. */
    private CompletableFuture<ObjectNode> meterOnly(StationCall call) {
        call.payload().findings().add(Code.UNKNOWN_TRANSACTION, "transactionInfo.transactionId: missing");
        return metering.record(
                        call,
                        ConnectorNumbers.read(call.payload().within("evse"), "id"),
                        Optional.empty(),
                        readings(call))
                .thenApply(recorded -> Answers.empty());
    }

    private static List<MeterReading> readings(StationCall call) {
        return MeterReadings.read(
                call.payload().node("meterValue"),
                call.receipt().receivedAt(),
                call.payload().findings());
    }
}
