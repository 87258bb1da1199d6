package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which sessions there were: one after another at all stations and by all drivers in turn, spread evenly over a year, so that their bills are that year's
 * series. Each rule stands here twice, for one session and in SQL for all.
 *
 * @param first number of the first one
 * @param count how many
 * @param stations at how many stations
 * @param drivers by how many drivers
 * @param origin when the pattern's session began
 * @param begin when the first one begins
 * @param spacing milliseconds from one to the next
 */
record PastPlan(long first, long count, int stations, int drivers, Instant origin, Instant begin, long spacing) {

    /** Odd, so that the transactions of different numbers differ: they are scattered over 31 bits as the gateway's are. */
    private static final long SCATTER = 1_103_515_245;

    private static final int MILLIS = 1000;
    private static final int FIRST_DAY = 3;
    private static final int LAST_DAY = 28;
    private static final int DECEMBER = 12;

    /** All within one year, by every zone's calendar. */
    static PastPlan in(int year, long first, long count, int stations, int drivers, Instant origin) {
        Instant begin =
                LocalDate.of(year, 1, FIRST_DAY).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = LocalDate.of(year, DECEMBER, LAST_DAY)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        long spacing = (end.toEpochMilli() - begin.toEpochMilli()) / Math.max(count, 1);
        return new PastPlan(first, count, stations, drivers, origin, begin, spacing);
    }

    PastSession session(long number) {
        return new PastSession(
                number,
                number % stations,
                number % drivers,
                number * SCATTER & Integer.MAX_VALUE,
                earliest() + (number - first) * spacing / MILLIS);
    }

    /** The same, of the column {@code n}. */
    String sql(Mark mark) {
        return switch (mark) {
            case NUMBER -> "n";
            case STATION -> "n mod " + stations;
            case DRIVER -> "n mod " + drivers;
            case TRANSACTION -> "(n * " + SCATTER + ") & " + Integer.MAX_VALUE;
            case SHIFT -> earliest() + " + ((n - " + first + ") * " + spacing + ") div " + MILLIS;
        };
    }

    private long earliest() {
        return begin.getEpochSecond() - origin.getEpochSecond();
    }
}
