package io.voltledger.query.smartcharging;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the station's schedule and the platform's differ.
 *
 * @param platform what the platform computes; absent for no limit
 * @param station what the station said; absent for no limit
 */
record Difference(
        Instant from,
        Instant to,
        @Nullable BigDecimal platform,
        @Nullable BigDecimal station) {

    /** Of two schedules that begin with the window, in order of time; neighbours are not joined. */
    static List<Difference> between(Window window, List<SchedulePeriod> platform, List<SchedulePeriod> station) {
        TreeSet<Duration> changes = new TreeSet<>();
        platform.forEach(period -> changes.add(period.start()));
        station.forEach(period -> changes.add(period.start()));
        List<Difference> differences = new ArrayList<>();
        for (Duration at : changes) {
            if (at.compareTo(window.duration()) >= 0) {
                break;
            }
            Duration next = changes.higher(at);
            Duration end = next == null || next.compareTo(window.duration()) > 0 ? window.duration() : next;
            BigDecimal ours = limitAt(platform, at);
            BigDecimal theirs = limitAt(station, at);
            if (!isSame(ours, theirs)) {
                differences.add(
                        new Difference(window.from().plus(at), window.from().plus(end), ours, theirs));
            }
        }
        return differences;
    }

    private static @Nullable BigDecimal limitAt(List<SchedulePeriod> periods, Duration at) {
        BigDecimal limit = null;
        for (SchedulePeriod period : periods) {
            if (period.start().compareTo(at) <= 0) {
                limit = period.limit();
            }
        }
        return limit;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
