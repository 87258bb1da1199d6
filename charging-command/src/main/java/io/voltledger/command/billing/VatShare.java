package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What falls under one VAT rate.
 *
 * @param rate percent; absent where no VAT applies
 */
public record VatShare(@Nullable BigDecimal rate, Money net, Money vat) {

    VatShare plus(Money moreNet, Money moreVat) {
        return new VatShare(rate, net.plus(moreNet), vat.plus(moreVat));
    }

    VatShare minus(VatShare other) {
        return new VatShare(rate, net.minus(other.net), vat.minus(other.vat));
    }

    /** What is taken back is a positive amount. */
    VatShare negated() {
        Money zero = Money.zero(net.currency());
        return new VatShare(rate, zero, zero).minus(this);
    }

    public Money gross() {
        return net.plus(vat);
    }

    boolean isNegative() {
        return net.isNegative() || vat.isNegative();
    }

    BillLine line(BillLine.Kind kind) {
        return new BillLine(kind, BigDecimal.ONE, "session", null, net, rate, vat, gross());
    }

    boolean isZero() {
        return net.isZero() && vat.isZero();
    }
}
