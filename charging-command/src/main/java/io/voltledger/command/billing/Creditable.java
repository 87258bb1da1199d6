package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.command.tariff.Taxes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a bill was not taken back yet, net and VAT by VAT rate: no credit takes back more of either than the bill has under its
 * rate. Adjustments to a minimum or maximum after tax fall under no rate; only the sums bound them.
 */
final class Creditable {

    private final VatShares left;
    private final Money zero;

    private Creditable(VatShares left, Money zero) {
        this.left = left;
        this.zero = zero;
    }

    static Creditable of(BillOpened bill, BillFacts facts) {
        Money zero = Money.zero(bill.totals().gross().currency());
        VatShares left = new VatShares(zero.currency());
        left.plus(bill.lines());
        facts.credits().values().forEach(note -> left.minus(note.lines()));
        return new Creditable(left, zero);
    }

    Money gross() {
        return left.gross();
    }

    /** What can be taken back under a rate, with tax. */
    Money gross(@Nullable BigDecimal rate) {
        return left.of(rate).gross().min(gross());
    }

    /** @param shares what is to be taken back, as positive amounts */
    boolean covers(List<VatShare> shares) {
        return !total().minus(sum(shares)).isNegative()
                && shares.stream()
                        .filter(share -> share.rate() != null)
                        .noneMatch(share -> left.of(share.rate()).minus(share).isNegative());
    }

    /** An amount with tax under one rate: its VAT is rounded so that neither net nor VAT exceeds what is left. */
    VatShare share(Money gross, @Nullable BigDecimal rate) {
        VatShare most = left.of(rate);
        Money mostVat = most.vat().min(total().vat());
        Money leastVat = gross.minus(most.net().min(total().net()));
        Money vat = Taxes.within(gross, rate);
        Money within = vat.max(leastVat).min(mostVat);
        return new VatShare(rate, gross.minus(within), within);
    }

    /**
     * An amount with tax over all that is left, in proportion: what a maximum took off goes along, and takes the rounding of the
     * others, so that the VAT of all is within what is left of all.
     */
    List<VatShare> spread(Money gross) {
        List<VatShare> all = left.list().stream()
                .sorted(Comparator.comparing(VatShare::isNegative)
                        .thenComparing(VatShare::gross, Comparator.reverseOrder()))
                .toList();
        if (all.size() == 1) {
            return List.of(share(gross, all.getFirst().rate()));
        }
        Money vatOfAll = within(gross, scaled(total().vat(), gross), total());
        List<VatShare> shares = new ArrayList<>();
        VatShare before = new VatShare(null, zero, zero);
        for (VatShare one : all) {
            VatShare until = before.plus(one.net(), one.vat());
            Money part = scaled(until.gross(), gross).minus(scaled(before.gross(), gross));
            Money vat = one.isNegative()
                    ? vatOfAll.minus(sum(shares).vat())
                    : within(part, scaled(until.vat(), gross).minus(scaled(before.vat(), gross)), one);
            shares.add(new VatShare(one.rate(), part.minus(vat), vat));
            before = until;
        }
        return shares.stream().filter(share -> !share.isZero()).toList();
    }

    /** A part's VAT, moved so that neither its net nor its VAT is below zero or above what is left of it. */
    private Money within(Money part, Money vat, VatShare left) {
        Money least = zero.max(part.minus(left.net()));
        return vat.max(least).min(part.min(left.vat()));
    }

    private Money scaled(Money of, Money gross) {
        return new Money(
                BigDecimal.valueOf(of.amount())
                        .multiply(BigDecimal.valueOf(gross.amount()))
                        .divide(BigDecimal.valueOf(gross().amount()), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                of.currency());
    }

    private VatShare total() {
        return sum(left.list());
    }

    private VatShare sum(List<VatShare> shares) {
        return shares.stream()
                .reduce(new VatShare(null, zero, zero), (one, other) -> one.plus(other.net(), other.vat()));
    }
}
