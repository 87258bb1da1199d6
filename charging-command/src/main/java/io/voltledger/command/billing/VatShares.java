package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds lines up by their VAT rate. */
final class VatShares {

    private final Money zero;
    private final Map<String, VatShare> shares = new TreeMap<>();

    VatShares(Currency currency) {
        this.zero = Money.zero(currency);
    }

    void plus(List<BillLine> lines) {
        lines.forEach(line -> add(line.vatRate(), line.net(), line.vat()));
    }

    void minus(List<BillLine> lines) {
        lines.forEach(line -> add(line.vatRate(), zero.minus(line.net()), zero.minus(line.vat())));
    }

    Money gross() {
        return shares.values().stream().map(VatShare::gross).reduce(zero, Money::plus);
    }

    /** Those that are not zero. */
    List<VatShare> list() {
        return shares.values().stream().filter(share -> !share.isZero()).toList();
    }

    /** What falls under a rate. */
    VatShare of(@Nullable BigDecimal rate) {
        return shares.getOrDefault(key(rate), new VatShare(rate, zero, zero));
    }

    private static String key(@Nullable BigDecimal rate) {
        return rate == null ? "" : rate.stripTrailingZeros().toPlainString();
    }

    private void add(@Nullable BigDecimal rate, Money net, Money vat) {
        shares.put(key(rate), of(rate).plus(net, vat));
    }
}
