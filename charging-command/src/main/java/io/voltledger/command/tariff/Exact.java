package io.voltledger.command.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Exact decimals while rating: 34 digits within, and quantities free of the dust that divisions leave. */
final class Exact {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int DUST = 12;

    private Exact() {}

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    /** {@code whole * part / of}: multiplied first, so that what divides evenly stays exact. */
    static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of) {
        return whole.multiply(part).divide(of, DIGITS);
    }

    static BigDecimal withoutDust(BigDecimal quantity) {
        return quantity.setScale(DUST, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** The next whole multiple of the step. */
    static BigDecimal upTo(BigDecimal quantity, int step) {
        BigDecimal size = BigDecimal.valueOf(step);
        return withoutDust(quantity).divide(size, 0, RoundingMode.CEILING).multiply(size);
    }
}
