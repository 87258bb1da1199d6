package io.voltledger.api.payment;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The life of one attempt to take money for a bill. Every report may be repeated; the first final one counts. */
public sealed interface PaymentCommand {

    PaymentId payment();

    /**
     * Records the intent; a worker acts on it.
     *
     * @param method absent where the member has none: the attempt is then declined without asking the provider
     * @param attempt from 1
     */
    record RequestPayment(
            @TargetAggregateIdentifier PaymentId payment,
            BillId bill,
            SessionId session,
            MemberId member,
            @Nullable PaymentMethodId method,
            Money amount,
            int attempt,
            OrderId order,
            Instant at)
            implements PaymentCommand {}

    /** The provider says that it is done; after the attempt was abandoned it is recorded as late. */
    record ConfirmPayment(@TargetAggregateIdentifier PaymentId payment, String providerKey, Instant approvedAt)
            implements PaymentCommand {}

    record DeclinePayment(@TargetAggregateIdentifier PaymentId payment, String code, String detail, Instant at)
            implements PaymentCommand {}

    /** Nobody can tell whether money moved; the provider is asked by order id until it is known. */
    record ReportUnknownOutcome(@TargetAggregateIdentifier PaymentId payment, String cause, Instant at)
            implements PaymentCommand {}

    /** The platform gives the attempt up while its outcome is unknown. */
    record AbandonPayment(@TargetAggregateIdentifier PaymentId payment, String reason, Instant at)
            implements PaymentCommand {}

    /**
     * The cardholder's bank took money back that the provider had paid out or kept for us. Once for each reference; refused with
     * {@code payment-not-taken} where there is nothing to take back and with {@code chargeback-exceeds-payment} above it.
     *
     * @param amount absent means all of the payment
     * @param reference the bank's or provider's own
     * @param recordedBy the person who says so
     */
    record RecordChargeback(
            @TargetAggregateIdentifier PaymentId payment,
            String reference,
            @Nullable Money amount,
            String reason,
            String recordedBy,
            Instant at)
            implements PaymentCommand {}

    /**
     * Says how money that came too late went back by hand. Above what one person may give back a second one approves it. Refused
     * with {@code payment-not-late} where nothing is to go back.
     */
    record SettlePayment(@TargetAggregateIdentifier PaymentId payment, HandSettlement settlement, Instant at)
            implements PaymentCommand {}

    /** Refused with {@code same-person} where it is the one who settled it, with {@code nothing-proposed} where nothing waits. */
    record ApprovePaymentSettlement(
            @TargetAggregateIdentifier PaymentId payment, String approvedBy, Instant at) implements PaymentCommand {}

    /** The provider cancelled the payment whole. */
    record ReportPaymentCancelled(@TargetAggregateIdentifier PaymentId payment, Instant at) implements PaymentCommand {}
}
