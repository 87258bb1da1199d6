package io.voltledger.ocpp.station;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Says what goes wrong for many stations at once so that a person can read it: the first of a kind at once, and then one
 * line in ten seconds with how often it happened since.
 */
public final class CrowdLog {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    private record Said(long at, long since) {}

    public CrowdLog(Logger log) {
        this(log, System::nanoTime);
    }

    CrowdLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /**
     * @param what happened, a kind of which there are few
     * @param one the one that is named, where there are many; of a failure what it says, without its trace
     */
    public void warn(String what, Object one) {
        String example = one.toString();
        long now = nanos.getAsLong();
        AtomicReference<@Nullable Said> before = new AtomicReference<>();
        said.compute(what, (kind, known) -> {
            before.set(known);
            return known == null || now - known.at() >= PAUSE
                    ? new Said(now, 0)
                    : new Said(known.at(), known.since() + 1);
        });
        Said known = before.get();
        if (known == null || now - known.at() >= PAUSE && known.since() == 0) {
            log.warn("{}: {}", what, example);
        } else if (now - known.at() >= PAUSE) {
            log.warn("{}, {} times more: {}", what, known.since() + 1, example);
        } else {
            log.debug("{}: {}", what, example);
        }
    }
}
