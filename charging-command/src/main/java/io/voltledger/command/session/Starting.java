package io.voltledger.command.session;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.command.pricing.ChosenTariff;
import io.voltledger.command.pricing.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How a session begins: by a start, whatever its token is worth, or as an orphan by the first word of an unknown one. */
final class Starting {

    private static final Set<Anomaly.Code> CLOCK_DOUBTS = Set.of(Anomaly.Code.CLOCK_SKEW, Anomaly.Code.TIME_UNREADABLE);

    /** Where the frame names no connector: the station itself. */
    private static final ConnectorId STATION = new ConnectorId(0);

    private Starting() {}

    static SessionStarted started(StartSession command, Surroundings surroundings) {
        Authorization authorization = authorize(command, surroundings);
        Optional<ChosenTariff> chosen = surroundings.tariffFor(new Situation(
                command.station(), command.connector(), command.token(), authorization, trustedTime(command)));
        return new SessionStarted(
                command.session(),
                command.station(),
                command.connector(),
                command.token(),
                authorization,
                command.meterStart(),
                command.startedAt(),
                chosen.map(ChosenTariff::tariff).orElse(null),
                false,
                anomalies(command, authorization),
                command.receipt(),
                chosen.map(ChosenTariff::choice).orElse(null));
    }

    /** Only a start is told that its token charges elsewhere (OCPP 1.6, 7.2): asked alone, the token is as good as ever. */
    private static Authorization authorize(StartSession command, Surroundings surroundings) {
        Authorization own = surroundings.authorize(command.token(), trustedTime(command));
        return own.status() == AuthorizationStatus.ACCEPTED && surroundings.chargesElsewhere(command)
                ? own.with(AuthorizationStatus.CONCURRENT_TX)
                : own;
    }

    /** The same answer for the same start; a collision where another start or an orphan holds the id. */
    static StartOutcome outcome(StartSession command, SessionStarted started) {
        boolean same = !started.orphan()
                && started.station().equals(command.station())
                && started.connector().equals(command.connector())
                && command.token().equals(started.token())
                && Objects.equals(started.meterStart(), command.meterStart())
                && started.startedAt().equals(command.startedAt());
        return same
                ? new StartOutcome(command.session(), started.authorization(), false)
                : new StartOutcome(command.session(), Authorization.UNKNOWN_TOKEN, true);
    }

    static SessionStarted orphan(SessionCommand command, Surroundings surroundings) {
        Origin origin = switch (command) {
            case StartSession start -> new Origin(start.connector(), start.startedAt(), start.receipt());
            case RecordMeter meter ->
                new Origin(
                        meter.connector(),
                        earliest(meter.readings(), meter.receipt().receivedAt()),
                        meter.receipt());
            case LearnStart learn ->
                new Origin(
                        learn.connector(),
                        Objects.requireNonNullElse(
                                learn.startedAt(), learn.receipt().receivedAt()),
                        learn.receipt());
            case RecordChargingState change -> new Origin(STATION, change.changedAt(), change.receipt());
            case CloseSession close -> new Origin(STATION, close.at(), new Receipt("operator", close.at()));
            case StopSession stop -> new Origin(STATION, earliest(stop.readings(), stop.stoppedAt()), stop.receipt());
        };
        Optional<ChosenTariff> chosen = surroundings.tariffFor(
                new Situation(command.station(), origin.connector(), null, Authorization.UNKNOWN_TOKEN, origin.at()));
        return new SessionStarted(
                command.session(),
                command.station(),
                origin.connector(),
                null,
                Authorization.UNKNOWN_TOKEN,
                null,
                origin.at(),
                chosen.map(ChosenTariff::tariff).orElse(null),
                true,
                List.of(new Anomaly(
                        Anomaly.Code.UNKNOWN_TRANSACTION,
                        "transaction " + command.session().transaction() + " was never started here")),
                origin.receipt(),
                chosen.map(ChosenTariff::choice).orElse(null));
    }

    private static List<Anomaly> anomalies(StartSession command, Authorization authorization) {
        if (authorization.status() == AuthorizationStatus.ACCEPTED) {
            return command.anomalies();
        }
        Anomaly notAccepted = new Anomaly(
                Anomaly.Code.TOKEN_NOT_ACCEPTED, "token " + command.token().value() + " is " + authorization.status());
        return SessionDecider.with(command.anomalies(), notAccepted);
    }

    /** A token is judged by the station's clock, unless that is in doubt. */
    private static Instant trustedTime(StartSession command) {
        boolean doubted = command.anomalies().stream().map(Anomaly::code).anyMatch(CLOCK_DOUBTS::contains);
        return doubted ? command.receipt().receivedAt() : command.startedAt();
    }

    private static Instant earliest(List<MeterReading> readings, Instant otherwise) {
        return readings.stream()
                .map(MeterReading::sampledAt)
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(otherwise))
                .orElse(otherwise);
    }

    private record Origin(ConnectorId connector, Instant at, Receipt receipt) {}
}
