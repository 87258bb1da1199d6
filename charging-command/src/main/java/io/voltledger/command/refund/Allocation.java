package io.voltledger.command.refund;

import io.voltledger.api.Money;
import io.voltledger.api.refund.RefundPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the payments a refund is taken from: the last first. Points and money of the wallet pay before the card does,
 * so a part refund leaves things as if the bill had been that much smaller: the card was charged less.
 */
final class Allocation {

    private Allocation() {}

    /** What was paid and is not refunded, in minor units. */
    static long left(PaidBill bill, RefundFacts facts) {
        return bill.parts().stream()
                .mapToLong(part -> part.amount().amount() - facts.refunded(part.reference()))
                .sum();
    }

    /** @param amount not more than is left */
    static List<RefundPart> of(Money amount, PaidBill bill, RefundFacts facts) {
        List<RefundPart> parts = new ArrayList<>();
        long rest = amount.amount();
        for (RefundPart paid : bill.parts().reversed()) {
            long share = Math.min(rest, paid.amount().amount() - facts.refunded(paid.reference()));
            if (share > 0) {
                parts.add(new RefundPart(
                        paid.source(), paid.reference(), paid.providerKey(), new Money(share, amount.currency())));
                rest -= share;
            }
        }
        return parts;
    }
}
