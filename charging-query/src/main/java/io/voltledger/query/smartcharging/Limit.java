package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What may be drawn at a moment.
 *
 * @param amount ampere for each phase, or watts for all of them
 * @param phases absent where the profile does not say
 * @param minRate below which charging is of no use, in the same unit
 */
record Limit(
        BigDecimal amount,
        Unit unit,
        @Nullable Integer phases,
        @Nullable BigDecimal minRate) {

    /** OCPP: three phases are assumed where a schedule does not say. */
    private static final int USUAL_PHASES = 3;

    private static final int DECIMALS = 1;

    /** In another unit, to the tenth that OCPP allows, never more than it was. */
    Limit in(Unit wanted, BigDecimal voltage) {
        return new Limit(
                converted(amount, wanted, voltage),
                wanted,
                phases,
                minRate == null ? null : converted(minRate, wanted, voltage));
    }

    /** The lower one of two of the same unit; the phases are those of the lower, the fewer where both are the same. */
    Limit and(Limit other) {
        int compared = amount.compareTo(other.amount);
        BigDecimal useful = minRate == null ? other.minRate : minRate;
        Integer of = compared == 0 ? fewer(phases, other.phases) : compared < 0 ? phases : other.phases;
        return new Limit(amount.min(other.amount), unit, of, useful);
    }

    /** Both together, in the same unit. */
    Limit plus(Limit other) {
        return new Limit(amount.add(other.amount), unit, null, null);
    }

    private static @Nullable Integer fewer(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private BigDecimal converted(BigDecimal value, Unit wanted, BigDecimal voltage) {
        BigDecimal all = voltage.multiply(BigDecimal.valueOf(phases == null ? USUAL_PHASES : phases));
        if (unit == wanted) {
            return tenths(value);
        }
        return wanted == Unit.W ? tenths(value.multiply(all)) : value.divide(all, DECIMALS, RoundingMode.DOWN);
    }

    private static BigDecimal tenths(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.DOWN);
    }
}
