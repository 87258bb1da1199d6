package io.voltledger.simulators.station;

import java.time.Duration;

/**
 * How simulated charges go.
 *
 * @param watts drawn
 * @param readings in a charge
 * @param interval between readings
 * @param timeFactor how much faster energy flows than time passes
 */
public record ChargingPace(long watts, int readings, Duration interval, int timeFactor) {

    private static final long MILLIS_AN_HOUR = 3_600_000;

    long wattHoursAReading() {
        return watts * timeFactor * interval.toMillis() / MILLIS_AN_HOUR;
    }

    ChargingPace withWatts(long other) {
        return new ChargingPace(other, readings, interval, timeFactor);
    }
}
