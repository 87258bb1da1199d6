package io.voltledger.simulators.station;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A charger's clock: right, and to a millisecond. */
final class StationClock {

    private StationClock() {}

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
