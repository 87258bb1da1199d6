package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.tariff.MeterPoint;
import java.time.Instant;
import java.util.Comparator;

/**
 * What the register showed at an instant. Of two at one instant the lower is the earlier: a zero that only holds a place.
 *
 * @param event position in the session's stream of the event that tells
 */
record RegisterSample(Instant at, Energy value, long event) implements Comparable<RegisterSample> {

    private static final Comparator<RegisterSample> BY_TIME =
            Comparator.comparing(RegisterSample::at).thenComparing(RegisterSample::value);

    MeterPoint point() {
        return new MeterPoint(value, at, event);
    }

    @Override
    public int compareTo(RegisterSample other) {
        return BY_TIME.compare(this, other);
    }
}
