package io.voltledger.ocpp.security;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** So much a minute for each key, and for a bounded number of keys. */
public final class RateLimit {

    private static final long MINUTE_MILLIS = 60_000;
    private static final int MAX_KEYS = 50_000;

    private record Window(long minute, Map<String, AtomicInteger> counts) {}

    private final int perMinute;
    private final Clock clock;
    private volatile Window window = new Window(Long.MIN_VALUE, Map.of());

    public RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Counts one more; false where it is one too many. */
    public boolean admits(String key) {
        Map<String, AtomicInteger> counts = counts();
        AtomicInteger count = counts.get(key);
        if (count == null) {
            if (counts.size() >= MAX_KEYS) {
                return false;
            }
            count = counts.computeIfAbsent(key, unseen -> new AtomicInteger());
        }
        return count.incrementAndGet() <= perMinute;
    }

    private Map<String, AtomicInteger> counts() {
        long minute = clock.millis() / MINUTE_MILLIS;
        Window current = window;
        if (current.minute() != minute) {
            synchronized (this) {
                current = window;
                if (current.minute() != minute) {
                    current = new Window(minute, new ConcurrentHashMap<>());
                    window = current;
                }
            }
        }
        return current.counts();
    }
}
