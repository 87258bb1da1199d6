package io.voltledger.api.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.payment.HandSettlement;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a bill's refunds. Reports may be repeated; the first counts. */
public sealed interface RefundCommand {

    BillRefundsId refunds();

    RefundId refund();

    /**
     * Gives money of a bill back; refused with {@code refund-exceeds-payment} above what was paid and not yet refunded, and
     * with {@code already-exists} where the same id was asked for with another amount.
     *
     * @param amount absent means all that is left
     * @param requestedBy the person who asks
     */
    record RequestRefund(
            @TargetAggregateIdentifier BillRefundsId refunds,
            RefundId refund,
            BillId bill,
            @Nullable Money amount,
            String reason,
            String requestedBy,
            Instant at)
            implements RefundCommand {}

    /**
     * Gives back what a bill took above what it asks for, after credit notes and refunds, at once and without a second person:
     * never more than that, whatever is asked for, and nothing where nothing is too much. Once for each refund.
     *
     * @param amount at most
     */
    record ReturnOverpayment(
            @TargetAggregateIdentifier BillRefundsId refunds, RefundId refund, BillId bill, Money amount, Instant at)
            implements RefundCommand {}

    /** Refused with {@code same-person} where it is the one who asked. */
    record ApproveRefund(
            @TargetAggregateIdentifier BillRefundsId refunds, RefundId refund, String approvedBy, Instant at)
            implements RefundCommand {}

    record RejectRefund(
            @TargetAggregateIdentifier BillRefundsId refunds,
            RefundId refund,
            String rejectedBy,
            String reason,
            Instant at)
            implements RefundCommand {}

    /** @param part from 0 */
    record ReportRefundPart(@TargetAggregateIdentifier BillRefundsId refunds, RefundId refund, int part, Instant at)
            implements RefundCommand {}

    /** The provider does not give it back; an operator has it tried again or gives it back by hand. */
    record ReportRefundPartFailed(
            @TargetAggregateIdentifier BillRefundsId refunds,
            RefundId refund,
            int part,
            String code,
            String detail,
            Instant at)
            implements RefundCommand {}

    /**
     * Says how the part that is due went back by hand. Above what one person may give back a second one approves it. Refused with
     * {@code part-not-due} for any other part, with {@code settlement-way} where the provider never had the money.
     */
    record SettleRefundPart(
            @TargetAggregateIdentifier BillRefundsId refunds,
            RefundId refund,
            int part,
            HandSettlement settlement,
            Instant at)
            implements RefundCommand {}

    /** Refused with {@code same-person} where it is the one who settled it, with {@code nothing-proposed} where nothing waits. */
    record ApproveRefundSettlement(
            @TargetAggregateIdentifier BillRefundsId refunds, RefundId refund, String approvedBy, Instant at)
            implements RefundCommand {}
}
