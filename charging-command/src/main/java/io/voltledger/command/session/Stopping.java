package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.token.IdToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a session ends: its last readings counted, its periods closed, and every doubt named. */
final class Stopping {

    private Stopping() {}

    static SessionStopped stopped(
            StopSession command, SessionStarted started, SessionFacts before, Surroundings surroundings) {
        List<Anomaly> anomalies = new ArrayList<>(command.anomalies());
        Metering.Metered read = before.metering().read(command.readings(), before.events());
        anomalies.addAll(read.anomalies());
        Count count = read.count();
        anomalies.addAll(settle(command, count, before.events()));
        Energy told = before.metering().told();
        if (count.energy().compareTo(told) < 0) {
            anomalies.add(new Anomaly(
                    Anomaly.Code.LATE_READING,
                    "in order of time they come to " + count.energy() + ", as they came in to " + told));
        }
        if (command.stoppedAt().isBefore(started.startedAt())) {
            anomalies.add(new Anomaly(
                    Anomaly.Code.STOP_BEFORE_START,
                    "stopped at " + command.stoppedAt() + ", started at " + started.startedAt()));
        }
        stranger(command, started, surroundings).ifPresent(anomalies::add);
        Energy meterStop = command.meterStop() == null ? count.register().shown() : command.meterStop();
        return new SessionStopped(
                command.session(),
                command.station(),
                started.connector(),
                started.token(),
                started.authorization(),
                started.meterStart(),
                meterStop,
                count.energy(),
                started.startedAt(),
                command.stoppedAt(),
                command.reason(),
                started.tariff(),
                count.endingAt(command.stoppedAt()),
                command.readings(),
                anomalies,
                Doubts.of(started, command, count.register()),
                command.receipt());
    }

    /** An operator ends it at the register that was read last. */
    static SessionStopped closed(
            CloseSession command, SessionStarted started, SessionFacts before, Surroundings surroundings) {
        Anomaly closed = new Anomaly(Anomaly.Code.CLOSED_BY_OPERATOR, "the station reported no stop");
        StopSession stop = new StopSession(
                command.session(),
                command.station(),
                null,
                null,
                command.at(),
                command.reason(),
                List.of(),
                List.of(closed),
                new Receipt("operator", command.at()));
        return stopped(stop, started, before, surroundings);
    }

    /** A driver stops his own charge or one of his group's; the station let another one, and that is kept. */
    private static Optional<Anomaly> stranger(StopSession command, SessionStarted started, Surroundings surroundings) {
        IdToken stopper = command.token();
        IdToken starter = started.token();
        if (stopper == null || starter == null || stopper.equals(starter)) {
            return Optional.empty();
        }
        Set<IdToken> mine = group(starter, started.authorization().parent());
        Set<IdToken> theirs = group(
                stopper, surroundings.authorize(stopper, command.stoppedAt()).parent());
        return Collections.disjoint(mine, theirs)
                ? Optional.of(new Anomaly(
                        Anomaly.Code.STOPPED_BY_OTHER,
                        "started by " + starter.value() + ", stopped by " + stopper.value()))
                : Optional.empty();
    }

    private static Set<IdToken> group(IdToken token, @Nullable IdToken parent) {
        return parent == null ? Set.of(token) : new HashSet<>(List.of(token, parent));
    }

    private static List<Anomaly> settle(StopSession command, Count count, long event) {
        Energy meterStop = command.meterStop();
        if (meterStop != null) {
            return count.settle(
                    new MeterPoint(meterStop, command.stoppedAt(), event),
                    command.receipt().receivedAt());
        }
        boolean flagged =
                command.anomalies().stream().anyMatch(anomaly -> anomaly.code() == Anomaly.Code.REGISTER_MISSING);
        return flagged
                ? List.of()
                : List.of(new Anomaly(
                        Anomaly.Code.REGISTER_MISSING,
                        "no register at stop; the last one read is "
                                + count.register().shown()));
    }
}
