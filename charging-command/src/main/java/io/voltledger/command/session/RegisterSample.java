package io.voltledger.command.session;

import io.voltledger.api.Energy;
import java.time.Instant;
import java.util.Comparator;

/** What the register showed at an instant. Of two at one instant the lower is the earlier: a zero that only holds a place. */
record RegisterSample(Instant at, Energy value) implements Comparable<RegisterSample> {

    private static final Comparator<RegisterSample> BY_TIME =
            Comparator.comparing(RegisterSample::at).thenComparing(RegisterSample::value);

    @Override
    public int compareTo(RegisterSample other) {
        return BY_TIME.compare(this, other);
    }
}
