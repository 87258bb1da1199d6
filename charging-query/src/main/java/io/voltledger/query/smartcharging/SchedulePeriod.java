package io.voltledger.query.smartcharging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a schedule, up to the beginning of the next.
 *
 * @param start counted from the schedule's
 * @param limit absent where nothing limits
 * @param phases absent where nothing says
 * @param minRate below which charging is of no use; absent where nothing says
 */
@Schema(description = "A part of a schedule, up to the beginning of the next; no limit is said where none applies")
record SchedulePeriod(
        Duration start,
        @Nullable BigDecimal limit,
        @Nullable Integer phases,
        @Nullable BigDecimal minRate) {

    boolean saysTheSameAs(SchedulePeriod other) {
        return new SchedulePeriod(start, other.limit, other.phases, other.minRate).equals(this);
    }
}
