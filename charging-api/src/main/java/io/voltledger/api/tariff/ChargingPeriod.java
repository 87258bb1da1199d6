package io.voltledger.api.tariff;

import io.voltledger.api.Energy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a session in which one thing went on: what rating works on.
 *
 * @param from inclusive
 * @param to exclusive; not before {@code from}
 * @param energy drawn in it, taken as drawn evenly
 * @param activity what went on
 * @param power average in kW where it is known better than energy over time
 * @param current in A where it is known
 * @param metered what its energy was counted from; absent where no meter did, and in what was written before it was kept
 */
public record ChargingPeriod(
        Instant from,
        Instant to,
        Energy energy,
        Activity activity,
        @Nullable BigDecimal power,
        @Nullable BigDecimal current,
        @Nullable Metered metered) {

    public ChargingPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period ends at " + to + " before it begins at " + from);
        }
    }

    /** Without a meter. */
    public ChargingPeriod(
            Instant from,
            Instant to,
            Energy energy,
            Activity activity,
            @Nullable BigDecimal power,
            @Nullable BigDecimal current) {
        this(from, to, energy, activity, power, current, null);
    }

    /** What goes on in a period. */
    public enum Activity {
        CHARGING,
        /** Plugged in, and the vehicle asks for no power. */
        PARKING,
        RESERVED
    }
}
