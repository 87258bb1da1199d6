package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import java.util.ArrayList;
import java.util.List;

/** How a session ends: its last readings counted, its periods closed, and every doubt named. */
final class Stopping {

    private Stopping() {}

    static SessionStopped stopped(StopSession command, SessionStarted started, Metering before) {
        List<Anomaly> anomalies = new ArrayList<>(command.anomalies());
        Metering.Metered read = before.read(command.readings());
        anomalies.addAll(read.anomalies());
        Metering.Metered settled = settle(command, read.metering());
        anomalies.addAll(settled.anomalies());
        if (command.stoppedAt().isBefore(started.startedAt())) {
            anomalies.add(new Anomaly(
                    Anomaly.Code.STOP_BEFORE_START,
                    "stopped at " + command.stoppedAt() + ", started at " + started.startedAt()));
        }
        Metering metering = settled.metering();
        Energy meterStop = command.meterStop() == null ? metering.register().shown() : command.meterStop();
        return new SessionStopped(
                command.session(),
                command.station(),
                started.connector(),
                started.token(),
                started.authorization(),
                started.meterStart(),
                meterStop,
                metering.energy(),
                started.startedAt(),
                command.stoppedAt(),
                command.reason(),
                started.tariff(),
                metering.timeline().endingAt(command.stoppedAt()),
                command.readings(),
                anomalies,
                Doubts.of(started, command.stoppedAt(), metering.register()),
                command.receipt());
    }

    private static Metering.Metered settle(StopSession command, Metering metering) {
        Energy meterStop = command.meterStop();
        if (meterStop != null) {
            return metering.settle(
                    meterStop, command.stoppedAt(), command.receipt().receivedAt());
        }
        boolean flagged =
                command.anomalies().stream().anyMatch(anomaly -> anomaly.code() == Anomaly.Code.REGISTER_MISSING);
        Anomaly missing = new Anomaly(
                Anomaly.Code.REGISTER_MISSING,
                "no register at stop; the last one read is "
                        + metering.register().shown());
        return new Metering.Metered(metering, flagged ? List.of() : List.of(missing));
    }
}
