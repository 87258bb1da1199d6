package io.voltledger.command.tariff;

import io.voltledger.api.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The VAT within an amount that is to come out as it is: rounded where all money is. */
public final class Taxes {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Taxes() {}

    /** @param rate percent; absent where no VAT applies */
    public static Money within(Money gross, @Nullable BigDecimal rate) {
        if (rate == null) {
            return Money.zero(gross.currency());
        }
        BigDecimal major = BigDecimal.valueOf(gross.amount(), gross.currency().getDefaultFractionDigits());
        return Lines.round(Exact.share(major, rate, HUNDRED.add(rate)), gross.currency());
    }
}
