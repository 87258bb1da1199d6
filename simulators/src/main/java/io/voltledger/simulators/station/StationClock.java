package io.voltledger.simulators.station;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** A charger's times: to a millisecond. */
final class StationClock {

    private StationClock() {}

    static String now() {
        return now(Clock.systemUTC());
    }

    static String now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
