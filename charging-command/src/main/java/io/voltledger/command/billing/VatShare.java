package io.voltledger.command.billing;

import io.voltledger.api.Money;
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

    boolean isZero() {
        return net.isZero() && vat.isZero();
    }
}
