package io.voltledger.node.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was refused, and logs it: at most one line a second, which says how many were left out. */
public final class Refusals {

    /** Why something was refused. */
    public enum Reason {
        /** The token is missing or wrong. */
        TOKEN,
        /** The application has no role for it. */
        ROLE
    }

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());
    private final LongAdder unsaid = new LongAdder();

    Refusals() {
        for (var reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /** How often this was the reason. */
    public long count(Reason reason) {
        var counter = counts.get(reason);
        return counter == null ? 0 : counter.sum();
    }

    /** Takes note of one; the texts must not hold a token. */
    public void refused(Reason reason, String what, String who, String from) {
        var counter = counts.get(reason);
        if (counter != null) {
            counter.increment();
        }
        var due = nextLine.get();
        var now = System.nanoTime();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + PAUSE)) {
            log.warn(
                    "Refused {} to {} at {}: {} ({} more since the last line)",
                    what,
                    who,
                    from,
                    reason,
                    unsaid.sumThenReset());
        } else {
            unsaid.increment();
        }
    }
}
