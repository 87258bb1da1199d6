package io.voltledger.simulators.station;

import java.math.BigDecimal;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads power: {@code 7.2kW}, {@code 7200W}, {@code 7200}; answers W. */
final class PowerConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.endsWith("kw")) {
            return watts(lower.substring(0, lower.length() - 2), 3);
        }
        return watts(lower.endsWith("w") ? lower.substring(0, lower.length() - 1) : lower, 0);
    }

    private static long watts(String number, int decimals) {
        return new BigDecimal(number.strip()).movePointRight(decimals).longValueExact();
    }
}
