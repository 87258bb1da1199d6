package io.voltledger.api.payment;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to an attempt to take money. */
public sealed interface PaymentEvent {

    PaymentId payment();

    BillId bill();

    @Revision("1")
    record PaymentRequested(
            PaymentId payment,
            BillId bill,
            SessionId session,
            MemberId member,
            @Nullable PaymentMethodId method,
            Money amount,
            int attempt,
            OrderId order,
            Instant requestedAt)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentApproved(
            PaymentId payment,
            BillId bill,
            SessionId session,
            MemberId member,
            Money amount,
            String providerKey,
            Instant approvedAt)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentDeclined(
            PaymentId payment,
            BillId bill,
            SessionId session,
            MemberId member,
            Money amount,
            int attempt,
            String code,
            String detail,
            Instant declinedAt)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentOutcomeUnknown(PaymentId payment, BillId bill, OrderId order, String cause, Instant unknownSince)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentAbandoned(PaymentId payment, BillId bill, OrderId order, String reason, Instant abandonedAt)
            implements PaymentEvent {}

    /** The provider had taken the money of an abandoned attempt: it must be given back. */
    @Revision("1")
    record PaymentApprovedLate(PaymentId payment, BillId bill, Money amount, String providerKey, Instant approvedAt)
            implements PaymentEvent {}

    /** The bank took money back: the member owes it again. */
    @Revision("1")
    record PaymentChargedBack(
            PaymentId payment,
            BillId bill,
            MemberId member,
            String reference,
            Money amount,
            String reason,
            String recordedBy,
            Instant chargedBackAt)
            implements PaymentEvent {}

    @Revision("1")
    record PaymentCancelled(PaymentId payment, BillId bill, Money amount, Instant cancelledAt)
            implements PaymentEvent {}

    /** Somebody says that what came too late went back by hand; another proposal takes its place. */
    @Revision("1")
    record PaymentSettlementProposed(
            PaymentId payment, BillId bill, Money amount, HandSettlement settlement, Instant proposedAt)
            implements PaymentEvent {}

    /**
     * What came too late went back by hand: the platform does not give it back any more.
     *
     * @param approvedBy a second person; {@code policy} where none was needed
     */
    @Revision("1")
    record PaymentSettled(
            PaymentId payment,
            BillId bill,
            Money amount,
            HandSettlement settlement,
            String approvedBy,
            Instant settledAt)
            implements PaymentEvent {}
}
