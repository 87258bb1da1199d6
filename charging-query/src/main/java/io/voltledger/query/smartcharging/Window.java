package io.voltledger.query.smartcharging;

import java.time.Duration;
import java.time.Instant;

/** The time that a schedule is wanted for. */
record Window(Instant from, Duration duration) {

    Window {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration is not positive: " + duration);
        }
    }

    Instant end() {
        return from.plus(duration);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(end());
    }
}
