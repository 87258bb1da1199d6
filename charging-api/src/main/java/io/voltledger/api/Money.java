package io.voltledger.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Currency;

/**
 * An amount of money in ISO 4217 minor units (KRW has none, so 1 is one won; EUR has two, so 1 is one cent).
 * JSON: {@code {"amount": 12100, "currency": "KRW"}}.
 *
 * @param amount minor units; may be negative
 * @param currency ISO 4217 currency
 */
public record Money(long amount, Currency currency) implements Comparable<Money> {

    public static Money of(long amount, String currencyCode) {
        return new Money(amount, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** Throws ArithmeticException on overflow, IllegalArgumentException where the currencies differ. */
    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /** Throws ArithmeticException on overflow, IllegalArgumentException where the currencies differ. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @JsonIgnore
    public boolean isZero() {
        return amount == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
