package io.voltledger.simulators.station;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A driver at a station: plugs in, charges for some readings, leaves. Energy flows faster than time passes, so that a
 * charge of seconds is worth a bill.
 */
final class ChargingRoutine {

    private static final long SECONDS_AN_HOUR = 3_600;

    private final SimulatedStation station;
    private final int connector;
    private final long watts;
    private final int readings;
    private final Duration interval;
    private final int timeFactor;
    private long register;

    ChargingRoutine(
            SimulatedStation station,
            int connector,
            long watts,
            int readings,
            Duration interval,
            int timeFactor,
            long register) {
        this.station = station;
        this.connector = connector;
        this.watts = watts;
        this.readings = readings;
        this.interval = interval;
        this.timeFactor = timeFactor;
        this.register = register;
    }

    /** Tells the state of the station and of the connector. */
    void announce() {
        station.status(0, "Available");
        station.status(connector, "Available");
    }

    void chargeOnRemoteStart() {
        RemoteStart start = station.awaitRemoteStart(Duration.ofDays(1));
        charge(start.idTag());
    }

    /** One charge; a tag that the platform does not accept ends it where it begins, as most chargers do. */
    void charge(String idTag) {
        station.status(connector, "Preparing");
        if (!station.authorize(idTag).equals("Accepted")) {
            pause();
            station.status(connector, "Available");
            return;
        }
        Charge charge = station.start(connector, idTag, register);
        station.status(connector, "Charging");
        String reason = draw(charge);
        charge.stop(register, reason);
        station.status(connector, "Finishing");
        pause();
        station.status(connector, "Available");
    }

    private String draw(Charge charge) {
        int transaction = charge.transactionId();
        for (int reading = 0; reading < readings; reading++) {
            pause();
            register += watts * timeFactor * interval.toMillis() / 1_000 / SECONDS_AN_HOUR;
            charge.meter(register, watts);
            if (station.remoteStopAsked(transaction)) {
                return "Remote";
            }
        }
        return "EVDisconnected";
    }

    private void pause() {
        LockSupport.parkNanos(interval.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The station was told to end");
        }
    }
}
