package io.voltledger.query.console;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.refund.RefundState;
import io.voltledger.api.refund.RefundView;
import java.util.List;
import java.util.Optional;

/** What a member paid for a bill that credit notes took back, and no refund has given or is giving back. */
final class OwedBack {

    private OwedBack() {}

    static Optional<Money> of(BillView bill, List<RefundView> refunds) {
        return Optional.ofNullable(bill.totals())
                .map(totals -> left(bill, refunds, totals.gross()))
                .filter(Money::isPositive);
    }

    private static Money left(BillView bill, List<RefundView> refunds, Money total) {
        Money left = Money.zero(total.currency()).minus(total);
        for (BillView.AppliedPayment payment : bill.payments()) {
            left = left.plus(payment.amount());
        }
        for (BillView.CreditNote note : bill.creditNotes()) {
            left = left.plus(note.totals().gross());
        }
        for (RefundView refund : refunds) {
            left = refund.state() == RefundState.REJECTED ? left : left.minus(refund.amount());
        }
        return left;
    }
}
