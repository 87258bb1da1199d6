package io.voltledger.command.tariff;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillLine.Kind;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.PriceLimit;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.command.tariff.Lines.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a session costs at least and at most, before and after tax separately, as a line that makes up the difference. */
final class Limits {

    private final Tariff tariff;
    private final Lines rounding;

    Limits(Tariff tariff, Lines rounding) {
        this.tariff = tariff;
        this.rounding = rounding;
    }

    List<BillLine> atLeast(List<BillLine> lines) {
        return adjusted(lines, tariff.minPrice(), Kind.MINIMUM, 1);
    }

    List<BillLine> atMost(List<BillLine> lines) {
        return adjusted(lines, tariff.maxPrice(), Kind.MAXIMUM, -1);
    }

    /** @param direction which way the limit may move the bill: 1 up, -1 down */
    private List<BillLine> adjusted(List<BillLine> lines, @Nullable PriceLimit limit, Kind kind, int direction) {
        if (limit == null) {
            return lines;
        }
        BillTotals totals = Rating.totals(tariff.currency(), lines);
        Money net = missing(totals.net(), limit.beforeTaxes(), direction);
        BigDecimal afterTaxes = limit.afterTaxes();
        BigDecimal rate = afterTaxes == null ? mainVatRate(lines) : null;
        Money gross = afterTaxes == null
                ? net.plus(rounding.vatOn(net, rate))
                : missing(totals.gross(), afterTaxes, direction);
        if (net.isZero() && gross.isZero()) {
            return lines;
        }
        List<BillLine> adjusted = new ArrayList<>(lines);
        adjusted.add(rounding.adjustment(kind, new Amounts(net, gross.minus(net)), rate));
        return adjusted;
    }

    private Money missing(Money total, BigDecimal limit, int direction) {
        Money difference = rounding.round(limit).minus(total);
        return Long.signum(difference.amount()) == direction ? difference : Money.zero(total.currency());
    }

    /** The VAT rate of what costs most; without any line, the first that the tariff names. */
    private @Nullable BigDecimal mainVatRate(List<BillLine> lines) {
        return lines.stream()
                .max(Comparator.comparing(BillLine::net))
                .map(BillLine::vatRate)
                .or(() -> tariff.elements().stream()
                        .flatMap(element -> element.priceComponents().stream())
                        .map(PriceComponent::vat)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }
}
