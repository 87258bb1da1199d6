package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.ChargingStateChanged;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.LateReadingKept;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.Rating;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a session. All that a station reports is recorded and nothing refused: what is unknown opens an orphan,
 * what looks odd is flagged, what was said before changes nothing.
 */
final class SessionDecider {

    private SessionDecider() {}

    static Decision<SessionEvent> decide(SessionCommand command, SessionFacts facts, Surroundings surroundings) {
        SessionStarted started = facts.started();
        if (command instanceof StartSession start) {
            return started == null ? Decision.of(Starting.started(start, surroundings)) : Decision.nothing();
        }
        if (started == null && command instanceof CloseSession) {
            return Decision.notFound("session " + command.session().value());
        }
        if (started == null) {
            SessionStarted orphan = Starting.orphan(command, surroundings);
            List<SessionEvent> events = new ArrayList<>(List.of(orphan));
            events.addAll(next(command, orphan, evolve(facts, orphan), surroundings));
            return Decision.of(events);
        }
        return Decision.of(next(command, started, facts, surroundings));
    }

    private static List<SessionEvent> next(
            SessionCommand command, SessionStarted started, SessionFacts facts, Surroundings surroundings) {
        return switch (command) {
            case StartSession repeated -> List.of();
            case RecordMeter record -> meter(record, started, facts);
            case LearnStart learn -> LateStart.learned(learn, started, facts, surroundings);
            case RecordChargingState change ->
                facts.hasStopped() || isKnown(change, facts)
                        ? List.of()
                        : List.of(new ChargingStateChanged(
                                change.session(), change.state(), change.changedAt(), change.receipt()));
            case CloseSession close ->
                facts.hasStopped() ? List.of() : List.of(Stopping.closed(close, started, facts, surroundings));
            case StopSession stop ->
                facts.hasStopped()
                        ? stopAgain(stop, facts)
                        : List.of(Stopping.stopped(stop, started, facts, surroundings));
        };
    }

    private static List<SessionEvent> meter(RecordMeter command, SessionStarted started, SessionFacts facts) {
        if (!command.readings().isEmpty() && command.readings().equals(facts.lastReadings())) {
            return List.of();
        }
        if (facts.hasStopped()) {
            Anomaly late = new Anomaly(
                    Anomaly.Code.READING_AFTER_STOP,
                    "the session stopped at " + facts.stops().getFirst().stoppedAt());
            return List.of(new LateReadingKept(
                    command.session(), command.readings(), with(command.anomalies(), late), command.receipt()));
        }
        Metering.Metered metered = facts.metering().read(command.readings(), facts.events());
        List<Anomaly> anomalies = new ArrayList<>(command.anomalies());
        anomalies.addAll(metered.anomalies());
        Instant latest = metered.metering().latest();
        FrozenTariff tariff = started.tariff();
        return List.of(new EnergyMetered(
                command.session(),
                command.readings(),
                metered.energy(),
                tariff == null
                        ? null
                        : Rating.soFar(tariff.tariff(), metered.count().periodsTo(latest)),
                powerOf(command, facts),
                anomalies,
                command.receipt()));
    }

    private static boolean isKnown(RecordChargingState change, SessionFacts facts) {
        return facts.metering()
                .states()
                .at(change.changedAt())
                .filter(change.state()::equals)
                .isPresent();
    }

    private static @Nullable BigDecimal powerOf(RecordMeter command, SessionFacts facts) {
        return Samples.power(command.readings()).orElse(facts.power());
    }

    private static List<SessionEvent> stopAgain(StopSession command, SessionFacts facts) {
        boolean known = facts.stops().stream()
                .anyMatch(stop -> stop.matches(command.meterStop(), command.stoppedAt(), command.reason()));
        if (known) {
            return List.of();
        }
        Anomaly differs = new Anomaly(
                Anomaly.Code.STOP_DIFFERS,
                "the first stop said " + facts.stops().getFirst());
        return List.of(new StopRepeated(
                command.session(),
                command.meterStop(),
                command.stoppedAt(),
                command.reason(),
                command.readings(),
                with(command.anomalies(), differs),
                command.receipt()));
    }

    static List<Anomaly> with(List<Anomaly> anomalies, Anomaly another) {
        List<Anomaly> more = new ArrayList<>(anomalies);
        more.add(another);
        return more;
    }

    static SessionFacts evolve(SessionFacts facts, SessionEvent event) {
        return applied(facts, event).next();
    }

    private static SessionFacts applied(SessionFacts facts, SessionEvent event) {
        return switch (event) {
            case SessionStarted started -> SessionFacts.begun(started);
            case EnergyMetered metered ->
                facts.metered(
                        facts.metering()
                                .with(metered.readings(), facts.events())
                                .telling(metered.energy()),
                        metered.power(),
                        metered.readings());
            case StartLearned learned -> facts.learned(learned);
            case ChargingStateChanged changed -> facts.changed(changed.state(), changed.changedAt());
            case SessionStopped stopped ->
                facts.stopped(stop(stopped.meterStop(), stopped.stoppedAt(), stopped.reason()));
            case StopRepeated repeated ->
                facts.stoppedAgain(stop(repeated.meterStop(), repeated.stoppedAt(), repeated.reason()));
            case LateReadingKept late -> facts.lateReadings(late.readings());
        };
    }

    private static SessionFacts.Stop stop(@Nullable Energy meterStop, Instant stoppedAt, String reason) {
        return new SessionFacts.Stop(meterStop, stoppedAt, reason);
    }
}
