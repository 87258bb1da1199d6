package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.util.List;

/**
 * Where the events stand in the store: those of the pattern, and those of the past. There the sessions stand in groups, as those that go on at the same time
 * do: the first event of each, then the second of each.
 *
 * @param pattern of each of the pattern's events
 * @param begin of the first event of the first past session
 * @param plan the past sessions
 * @param group how many sessions a group has; the last one may have fewer
 */
record Positions(List<Long> pattern, long begin, PastPlan plan, long group) {

    boolean isOfPattern(long position) {
        return pattern.contains(position);
    }

    /** The SQL expression for the position of the event that stands there in the pattern. */
    String sql(long position) {
        String session = "(%s - %d)".formatted(Mark.NUMBER.column(), plan.first());
        String before = "(%s div %d) * %d".formatted(session, group, group);
        return "%d + %s * %d + least(%d, %d - %s) * %d + %s mod %d"
                .formatted(
                        begin,
                        before,
                        pattern.size(),
                        group,
                        plan.count(),
                        before,
                        pattern.indexOf(position),
                        session,
                        group);
    }

    /** Where the last event stands. */
    long end() {
        return begin + plan.count() * pattern.size() - 1;
    }
}
