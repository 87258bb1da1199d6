package io.voltledger.simulators.station;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A driver at a station: plugs in, charges for some readings, leaves. Energy flows faster than time passes, so that a
 * charge of seconds is worth a bill.
 */
final class ChargingRoutine {

    private final SimulatedStation station;
    private final int connector;
    private final ChargingPace pace;
    private long register;
    private volatile boolean leaving;

    /** @param register of the meter at the beginning, in Wh */
    ChargingRoutine(SimulatedStation station, int connector, ChargingPace pace, long register) {
        this.station = station;
        this.connector = connector;
        this.pace = pace;
        this.register = register;
    }

    /** The charge that goes on ends with its next reading. */
    void leave() {
        leaving = true;
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
        if (!isAccepted(idTag)) {
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

    /** Asked again while the line is down. */
    private boolean isAccepted(String idTag) {
        while (true) {
            try {
                return station.authorize(idTag).equals("Accepted");
            } catch (CallFailed e) {
                pause();
            }
        }
    }

    private String draw(Charge charge) {
        int transaction = charge.transactionId();
        for (int reading = 0; reading < pace.readings(); reading++) {
            pause();
            register += pace.wattHoursAReading();
            charge.meter(register, pace.watts());
            if (station.remoteStopAsked(transaction)) {
                return "Remote";
            }
            if (leaving) {
                return "Local";
            }
        }
        return "EVDisconnected";
    }

    void pause() {
        LockSupport.parkNanos(pace.interval().toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The station was told to end");
        }
    }
}
