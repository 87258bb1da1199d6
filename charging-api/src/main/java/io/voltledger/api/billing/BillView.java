package io.voltledger.api.billing;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill with its lines and the money booked on it.
 *
 * @param totals absent for a parked bill
 * @param outstanding what is still owed; absent for a parked bill
 * @param reasons why it is parked
 * @param number as it is printed; absent for a parked bill, and for a moment after it was opened
 * @param creditNotes what was taken back
 * @param createdAt when it was opened or parked, whichever came first
 */
public record BillView(
        BillId id,
        SessionId session,
        @Nullable MemberId member,
        @Nullable IdToken token,
        BillState state,
        @Nullable TariffId tariff,
        @Nullable Integer tariffVersion,
        List<BillLine> lines,
        @Nullable BillTotals totals,
        @Nullable Money outstanding,
        List<AppliedPayment> payments,
        List<String> reasons,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant overdueAt,
        @Nullable String number,
        List<CreditNote> creditNotes) {

    /**
     * A part of the bill that was taken back.
     *
     * @param number as it is printed; absent until it has one, a moment after it was issued
     */
    public record CreditNote(
            CreditNoteId id, @Nullable String number, String reason, BillTotals totals, Instant issuedAt) {}

    /**
     * Money booked on a bill.
     *
     * @param reference the payment or hold that it came by
     */
    public record AppliedPayment(PaymentSource source, String reference, Money amount, Instant appliedAt) {}
}
