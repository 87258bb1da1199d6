package io.voltledger.ocpp.v201;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A TransactionEvent as it was understood.
 *
 * @param connector where the charge goes on: the event's, else the one that is remembered, else the station itself
 * @param token absent where the event names none
 * @param state absent where it did not change
 * @param remoteStartId as it came
 */
record TransactionEvent(
        Type type,
        SessionId session,
        ConnectorId connector,
        Instant at,
        @Nullable IdToken token,
        @Nullable ChargingState state,
        @Nullable String remoteStartId,
        String stoppedReason,
        List<MeterReading> readings) {

    private static final int MAX_TRANSACTION = 60;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    enum Type {
        STARTED,
        UPDATED,
        ENDED
    }

    /** Empty where it names no transaction, and none can be meant. */
    static Optional<TransactionEvent> read(StationCall call, List<MeterReading> readings) {
        Payload payload = call.payload();
        Payload info = payload.within("transactionInfo");
        Payload evse = payload.within("evse");
        boolean placed = payload.node("evse").isObject();
        Optional<SessionId> named = named(call, info.text("transactionId"));
        Optional<SessionId> meant =
                named.or(() -> placed ? call.open().on(ConnectorNumbers.read(evse, "id")) : Optional.empty());
        if (named.isEmpty() && meant.isPresent()) {
            payload.findings().add(Code.FIELD_MISSING, "transactionInfo.transactionId: missing");
        }
        return meant.map(session -> new TransactionEvent(
                type(payload),
                session,
                placed
                        ? ConnectorNumbers.read(evse, "id")
                        : call.open().connectorOf(session).orElse(new ConnectorId(0)),
                payload.time("timestamp"),
                payload.within("idToken").idToken("idToken"),
                state(info),
                info.text("remoteStartId"),
                info.text("stoppedReason", "Local"),
                readings));
    }

    /** True where the register is all that was measured: a start says it already. */
    boolean isRegisterOnly() {
        return readings.isEmpty()
                || (readings.size() == 1
                        && readings.getFirst().values().size() == 1
                        && readings.getFirst().values().getFirst().measurand().equals(SampledValue.ENERGY_REGISTER)
                        && readings.getFirst().sampledAt().equals(at));
    }

    private static Optional<SessionId> named(StationCall call, @Nullable String transaction) {
        if (transaction == null) {
            return Optional.empty();
        }
        String plain = CONTROL.matcher(transaction).replaceAll("").strip();
        String usable = plain.length() > MAX_TRANSACTION ? plain.substring(0, MAX_TRANSACTION) : plain;
        if (!usable.equals(transaction)) {
            call.payload().findings().add(Code.UNKNOWN_WORD, "transactionInfo.transactionId: " + usable);
        }
        return usable.isEmpty() ? Optional.empty() : Optional.of(SessionId.of(call.station(), usable));
    }

    /** What is no start and no end is something in between. */
    private static Type type(Payload payload) {
        String word = payload.text("eventType", "");
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "started" -> Type.STARTED;
            case "ended" -> Type.ENDED;
            case "updated" -> Type.UPDATED;
            default -> {
                payload.findings().add(word.isEmpty() ? Code.FIELD_MISSING : Code.UNKNOWN_WORD, "eventType: " + word);
                yield Type.UPDATED;
            }
        };
    }

    private static @Nullable ChargingState state(Payload info) {
        String word = info.text("chargingState");
        if (word == null) {
            return null;
        }
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "charging" -> ChargingState.CHARGING;
            case "suspendedev" -> ChargingState.SUSPENDED_EV;
            case "suspendedevse" -> ChargingState.SUSPENDED_EVSE;
            case "evconnected" -> ChargingState.EV_CONNECTED;
            case "idle" -> ChargingState.IDLE;
            default -> {
                info.findings().add(Code.UNKNOWN_WORD, "chargingState: " + word);
                yield null;
            }
        };
    }
}
