package io.voltledger.api.billing;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a bill. */
public sealed interface BillEvent {

    BillId bill();

    @Revision("2")
    record BillOpened(
            BillId bill,
            SessionId session,
            MemberId member,
            @Nullable IdToken token,
            TariffId tariff,
            int tariffVersion,
            List<BillLine> lines,
            BillTotals totals,
            Instant openedAt)
            implements BillEvent {}

    /** A person must look before anything is charged. */
    @Revision("1")
    record BillParked(
            BillId bill, SessionId session, @Nullable MemberId member, List<String> reasons, Instant parkedAt)
            implements BillEvent {}

    @Revision("1")
    record PaymentApplied(
            BillId bill, PaymentSource source, String reference, Money amount, Money outstanding, Instant appliedAt)
            implements BillEvent {}

    /**
     * More was taken than was owed, for a credit note came in between: it is to go back.
     *
     * @param reference the payment or hold that it came by
     * @param booking which of the bill's payments it is, from 1
     */
    @Revision("1")
    record BillOverpaid(
            BillId bill,
            SessionId session,
            MemberId member,
            String reference,
            int booking,
            Money excess,
            Instant bookedAt)
            implements BillEvent {}

    @Revision("1")
    record BillPaid(BillId bill, SessionId session, MemberId member, Money total, Instant paidAt)
            implements BillEvent {}

    @Revision("1")
    record BillOverdue(BillId bill, SessionId session, MemberId member, Money outstanding, Instant overdueAt)
            implements BillEvent {}

    @Revision("1")
    record BillPaymentRequested(BillId bill, Instant requestedAt) implements BillEvent {}

    /** A person looked at a parked bill and lets it be charged; it is opened with what follows. */
    @Revision("1")
    record BillReleased(BillId bill, SessionId session, String reason, Instant releasedAt) implements BillEvent {}

    /**
     * The bill, or a credit note of it, has its number and is issued.
     *
     * @param creditNote absent for the bill itself
     */
    @Revision("1")
    record BillNumbered(
            BillId bill, @Nullable CreditNoteId creditNote, BillSeries series, long number, Instant numberedAt)
            implements BillEvent {}

    /**
     * A part of the bill is taken back.
     *
     * @param lines what is taken back, as positive amounts
     * @param outstanding what is still owed after it
     * @param refundable what was paid and is owed to the member now
     */
    @Revision("2")
    record CreditNoteIssued(
            BillId bill,
            CreditNoteId creditNote,
            SessionId session,
            MemberId member,
            String reason,
            List<BillLine> lines,
            BillTotals totals,
            Money outstanding,
            Money refundable,
            Instant issuedAt)
            implements BillEvent {}

    /**
     * Too little was charged: what is missing goes on a bill of its own.
     *
     * @param supplement the other bill, to be opened with these lines
     * @param lines what is added, one for each VAT rate
     */
    @Revision("2")
    record SupplementIssued(
            BillId bill,
            BillId supplement,
            SessionId session,
            MemberId member,
            @Nullable IdToken token,
            TariffId tariff,
            int tariffVersion,
            String reason,
            List<BillLine> lines,
            BillTotals totals,
            Instant issuedAt)
            implements BillEvent {}
}
