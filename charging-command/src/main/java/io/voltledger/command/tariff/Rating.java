package io.voltledger.command.tariff;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.Tariff;
import java.util.Currency;
import java.util.List;

/**
 * What a session costs by one version of a tariff: a pure function of the tariff and the charging periods. Quantities
 * are exact decimals until {@link Lines} rounds each line once; totals are sums of lines.
 *
 * @param lines in the order in which their prices were first used, adjustments last
 * @param totals their sums
 */
public record Rating(List<BillLine> lines, BillTotals totals) {

    public Rating {
        lines = List.copyOf(lines);
    }

    /** @param periods in order, without overlap */
    public static Rating of(Tariff tariff, List<ChargingPeriod> periods) {
        Limits limits = new Limits(tariff, new Lines(tariff));
        List<BillLine> lines = limits.atMost(limits.atLeast(linesOf(tariff, periods)));
        return new Rating(lines, totals(tariff.currency(), lines));
    }

    /** What a running session costs so far with tax, before any minimum. */
    public static Money soFar(Tariff tariff, List<ChargingPeriod> periods) {
        List<BillLine> lines = new Limits(tariff, new Lines(tariff)).atMost(linesOf(tariff, periods));
        return totals(tariff.currency(), lines).gross();
    }

    private static List<BillLine> linesOf(Tariff tariff, List<ChargingPeriod> periods) {
        Lines rounding = new Lines(tariff);
        return Charges.of(tariff, periods).stream().map(rounding::of).toList();
    }

    static BillTotals totals(Currency currency, List<BillLine> lines) {
        Money zero = Money.zero(currency);
        return new BillTotals(
                lines.stream().map(BillLine::net).reduce(zero, Money::plus),
                lines.stream().map(BillLine::vat).reduce(zero, Money::plus),
                lines.stream().map(BillLine::gross).reduce(zero, Money::plus));
    }
}
