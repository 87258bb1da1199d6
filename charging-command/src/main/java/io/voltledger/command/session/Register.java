package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station's energy register says of a session: energy that never falls, whatever the register does.
 *
 * @param shown what it showed last; absent before the first reading where the start named none
 * @param drawn energy counted so far
 * @param readAt time of the last reading that counted, or of the start
 * @param roseAt when the energy last grew, or the start
 * @param before where the register stood when it went back; absent once it is there again
 * @param doubted whether the last reading was implausible
 * @param read whether there was any reading since the start
 */
record Register(
        @Nullable Energy shown,
        Energy drawn,
        Instant readAt,
        Instant roseAt,
        @Nullable Mark before,
        boolean doubted,
        boolean read) {

    /** No socket delivers more (W): what exceeds it is no energy but a mistake. */
    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(1_000_000);

    /** What clocks that disagree by seconds may make of an honest reading. */
    private static final Energy SLACK = Energy.wh(1_000);

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    /** A register and the energy that was counted when it stood there. */
    record Mark(Energy shown, Energy drawn) {}

    /** What a reading made of the register, and what was odd about it. */
    record Reading(Register register, List<Anomaly> anomalies) {}

    static Register at(@Nullable Energy meterStart, Instant startedAt) {
        return new Register(meterStart, Energy.ZERO, startedAt, startedAt, null, false, false);
    }

    /** @param at not before the last reading */
    Reading read(Energy value, Instant at) {
        Energy last = shown;
        if (last == null) {
            return new Reading(new Register(value, drawn, at, at, before, false, true), List.of());
        }
        Mark mark = before;
        if (mark != null && value.compareTo(mark.shown()) >= 0) {
            return rise(value, at, highest(drawn, mark.drawn().plus(value.minus(mark.shown()))), null);
        }
        if (value.compareTo(last) < 0) {
            Mark highest = mark == null ? new Mark(last, drawn) : mark;
            return new Reading(
                    new Register(value, drawn, at, roseAt, highest, doubted, true),
                    List.of(anomaly(Anomaly.Code.REGISTER_WENT_BACK, value, at)));
        }
        return rise(value, at, drawn.plus(value.minus(last)), mark);
    }

    private Reading rise(Energy value, Instant at, Energy counted, @Nullable Mark mark) {
        Energy growth = counted.minus(drawn);
        if (growth.compareTo(possibleBy(at)) > 0) {
            return new Reading(
                    new Register(shown, drawn, at, roseAt, before, true, true),
                    List.of(anomaly(Anomaly.Code.IMPLAUSIBLE_JUMP, value, at)));
        }
        Instant rose = growth.signum() > 0 ? at : roseAt;
        return new Reading(new Register(value, counted, at, rose, mark, false, true), List.of());
    }

    private Energy possibleBy(Instant at) {
        BigDecimal millis = BigDecimal.valueOf(Duration.between(roseAt, at).toMillis());
        return new Energy(MOST_POWER.multiply(millis).divide(MILLIS_PER_HOUR, 3, RoundingMode.HALF_UP)).plus(SLACK);
    }

    private Anomaly anomaly(Anomaly.Code code, Energy value, Instant at) {
        return new Anomaly(code, "register " + value + " at " + at + " after " + shown + " at " + readAt);
    }

    private static Energy highest(Energy one, Energy other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
