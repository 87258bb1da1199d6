package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.block.Authorizing;
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

    /** Stands for the token of a start that named none: no operator issues it, so it is never accepted. */
    private static final IdToken NO_TOKEN = new IdToken("NO-ID-TOKEN");

    private final Authorizing authorizing;
    private final Transactions transactions;
    private final Metering metering;
    private final RemoteStarts remoteStarts;

    TransactionReports(StationCommands commands, RemoteStarts remoteStarts) {
        authorizing = new Authorizing(commands);
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
                        .orElse(NO_TOKEN);
        StartSession start = new StartSession(
                event.session(),
                call.station(),
                event.connector(),
                known,
                Registers.first(event.readings()).orElse(null),
                event.at(),
                call.payload().findings().anomalies(),
                call.receipt());
        return transactions.start(call, start).thenCompose(outcome -> {
            CompletableFuture<@Nullable Object> rest = event.isRegisterOnly()
                    ? CompletableFuture.completedFuture(null)
                    : metering.record(call, event.connector(), Optional.of(event.session()), event.readings());
            return rest.thenCompose(done -> state(call, event))
                    // the answer to a start that says otherwise than the one before is about its own token
                    .thenCompose(done -> outcome.collision()
                            ? authorize(call, event)
                            : CompletableFuture.<@Nullable Authorization>completedFuture(outcome.authorization()));
        });
    }

    private CompletableFuture<@Nullable Authorization> updated(StationCall call, TransactionEvent event) {
        boolean known = call.open().isOpen(event.session());
        CompletableFuture<@Nullable Object> recorded = known
                        && event.readings().isEmpty()
                        && call.payload().findings().anomalies().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : metering.record(call, event.connector(), Optional.of(event.session()), event.readings());
        return recorded.thenCompose(done -> state(call, event)).thenCompose(done -> authorize(call, event));
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

    private CompletableFuture<@Nullable Authorization> authorize(StationCall call, TransactionEvent event) {
        IdToken token = event.token();
        if (token == null) {
            return CompletableFuture.completedFuture(null);
        }
        return authorizing.authorize(call, token).thenApply(authorization -> authorization);
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
