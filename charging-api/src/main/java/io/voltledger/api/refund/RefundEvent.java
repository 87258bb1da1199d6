package io.voltledger.api.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What happened to a refund: its parts are returned one after the other. */
public sealed interface RefundEvent {

    RefundId refund();

    BillId bill();

    @Revision("1")
    record RefundRequested(
            RefundId refund,
            BillId bill,
            MemberId member,
            Money amount,
            List<RefundPart> parts,
            String reason,
            String requestedBy,
            boolean needsApproval,
            Instant requestedAt)
            implements RefundEvent {}

    /** @param approvedBy a second person; {@code policy} where none was needed */
    @Revision("1")
    record RefundApproved(RefundId refund, BillId bill, String approvedBy, Instant approvedAt) implements RefundEvent {}

    @Revision("1")
    record RefundRejected(RefundId refund, BillId bill, String rejectedBy, String reason, Instant rejectedAt)
            implements RefundEvent {}

    /** To be returned now. */
    @Revision("1")
    record RefundPartDue(RefundId refund, BillId bill, MemberId member, int part, RefundPart what, Instant dueAt)
            implements RefundEvent {}

    @Revision("1")
    record RefundPartReturned(
            RefundId refund, BillId bill, MemberId member, int part, RefundPart what, Instant returnedAt)
            implements RefundEvent {}

    @Revision("1")
    record RefundPartFailed(
            RefundId refund, BillId bill, int part, RefundPart what, String code, String detail, Instant failedAt)
            implements RefundEvent {}

    /** Somebody says that the part went back by hand; another proposal takes its place. */
    @Revision("1")
    record RefundSettlementProposed(
            RefundId refund, BillId bill, int part, RefundPart what, HandSettlement settlement, Instant proposedAt)
            implements RefundEvent {}

    /**
     * The part went back by hand: the platform does not give it back any more.
     *
     * @param approvedBy a second person; {@code policy} where none was needed
     */
    @Revision("1")
    record RefundPartSettled(
            RefundId refund,
            BillId bill,
            MemberId member,
            int part,
            RefundPart what,
            HandSettlement settlement,
            String approvedBy,
            Instant settledAt)
            implements RefundEvent {}

    @Revision("1")
    record RefundCompleted(RefundId refund, BillId bill, MemberId member, Money amount, Instant completedAt)
            implements RefundEvent {}
}
