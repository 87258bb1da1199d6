package io.voltledger.command.tariff;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillLine.Kind;
import io.voltledger.api.billing.LineSource;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.command.tariff.Charges.Charge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Makes bill lines of exact amounts: the one place where money is rounded, HALF_UP, once for each line. */
final class Lines {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 6;

    private final Currency currency;
    private final boolean taxIncluded;

    Lines(Tariff tariff) {
        this.currency = tariff.currency();
        this.taxIncluded = tariff.taxIncluded();
    }

    BillLine of(Charge charge) {
        var price = charge.price();
        BigDecimal quantity = inUnit(price.dimension(), charge.quantity());
        Amounts amounts = amounts(exact(charge), price.vat());
        return new BillLine(
                price.kind(),
                quantity,
                unitOf(price.dimension()),
                price.perUnit(),
                amounts.net(),
                price.vat(),
                amounts.vat(),
                amounts.gross(),
                charge.stretches().stream()
                        .map(stretch -> source(price.dimension(), stretch))
                        .toList());
    }

    private static LineSource source(TariffDimension dimension, Use.Stretch stretch) {
        return new LineSource(stretch.from(), stretch.to(), inUnit(dimension, stretch.quantity()), stretch.metered());
    }

    BillLine adjustment(Kind kind, Amounts amounts, @Nullable BigDecimal vatRate) {
        return new BillLine(
                kind, BigDecimal.ONE, "session", null, amounts.net(), vatRate, amounts.vat(), amounts.gross());
    }

    /** What a charge costs before any rounding, in the currency's major unit. */
    static BigDecimal exact(Charge charge) {
        BigDecimal price = charge.price().perUnit();
        return switch (charge.price().dimension()) {
            case ENERGY -> charge.quantity().multiply(price).movePointLeft(3);
            case TIME, PARKING_TIME -> Exact.share(price, charge.quantity(), BigDecimal.valueOf(3600));
            case FLAT -> charge.quantity().multiply(price);
        };
    }

    Money round(BigDecimal major) {
        return round(major, currency);
    }

    static Money round(BigDecimal major, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return new Money(
                major.setScale(digits, RoundingMode.HALF_UP)
                        .movePointRight(digits)
                        .longValueExact(),
                currency);
    }

    /** VAT on an amount that is net already. */
    Money vatOn(Money net, @Nullable BigDecimal rate) {
        return round(percent(BigDecimal.valueOf(net.amount(), currency.getDefaultFractionDigits()), rate, HUNDRED));
    }

    private Amounts amounts(BigDecimal exact, @Nullable BigDecimal rate) {
        if (taxIncluded) {
            Money gross = round(exact);
            Money vat = round(percent(exact, rate, rate == null ? HUNDRED : HUNDRED.add(rate)));
            return new Amounts(gross.minus(vat), vat);
        }
        return new Amounts(round(exact), round(percent(exact, rate, HUNDRED)));
    }

    private static BigDecimal percent(BigDecimal amount, @Nullable BigDecimal rate, BigDecimal of) {
        return rate == null ? BigDecimal.ZERO : Exact.share(amount, rate, of);
    }

    private static BigDecimal inUnit(TariffDimension dimension, BigDecimal quantity) {
        BigDecimal exact = switch (dimension) {
            case ENERGY -> quantity.movePointLeft(3);
            case TIME, PARKING_TIME -> quantity.divide(BigDecimal.valueOf(3600), MathContext.DECIMAL128);
            case FLAT -> quantity;
        };
        BigDecimal shown = exact.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown;
    }

    private static String unitOf(TariffDimension dimension) {
        return switch (dimension) {
            case ENERGY -> "kWh";
            case TIME, PARKING_TIME -> "h";
            case FLAT -> "session";
        };
    }

    /** Net and VAT of a line; gross is their sum. */
    record Amounts(Money net, Money vat) {

        Money gross() {
            return net.plus(vat);
        }
    }
}
