package io.voltledger.api.billing;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a bill. */
public sealed interface BillCommand {

    BillId bill();

    /**
     * Rates a session with its frozen tariff and opens its bill; a bill that nothing is owed on is paid at once. It is
     * parked for review instead where there is a reason for it, no tariff or no member. Repeating it changes nothing.
     */
    record OpenBill(
            @TargetAggregateIdentifier BillId bill,
            SessionId session,
            @Nullable MemberId member,
            @Nullable IdToken token,
            @Nullable FrozenTariff tariff,
            List<ChargingPeriod> periods,
            List<String> reviewReasons,
            Instant at)
            implements BillCommand {}

    /**
     * Books money on the bill, once for each reference. What was taken is booked also where a credit note has made the bill
     * smaller meanwhile: what is more than is owed goes back. Refused with {@code overpayment} above what of the bill, credits
     * left aside, is not paid.
     *
     * @param reference the payment id or hold id that the money came by
     */
    record ApplyPayment(
            @TargetAggregateIdentifier BillId bill, PaymentSource source, String reference, Money amount, Instant at)
            implements BillCommand {}

    /** All scheduled attempts failed. */
    record MarkBillOverdue(@TargetAggregateIdentifier BillId bill, Instant at) implements BillCommand {}

    /** A driver or operator asks to try again now; refused with {@code bill-not-payable} where nothing is owed. */
    record RequestBillPayment(@TargetAggregateIdentifier BillId bill, Instant at) implements BillCommand {}

    /**
     * A person looked at a parked bill: it is rated from its session's facts and opened. Refused with {@code bill-not-parked},
     * and with {@code bill-incomplete} where neither session nor person names a member and a tariff.
     *
     * @param tariff where the session has none, or another is to hold
     * @param member who pays, where the session does not tell
     */
    record ReleaseBill(
            @TargetAggregateIdentifier BillId bill,
            String reason,
            @Nullable TariffId tariff,
            @Nullable MemberId member,
            Instant at)
            implements BillCommand {}

    /** Writes the number that the series gave on the bill, or on a credit note of it; once. */
    record NumberBill(
            @TargetAggregateIdentifier BillId bill,
            @Nullable CreditNoteId creditNote,
            BillSeries series,
            long number,
            Instant at)
            implements BillCommand {}

    /**
     * Takes a part of the bill back, once for each credit note. Refused with {@code credit-exceeds-bill} where all credits
     * together are more than the bill, net or VAT, in all or under one VAT rate, with {@code amount-invalid} for nothing, with {@code line-unknown} where the bill has no
     * such line.
     *
     * @param line whose VAT rate holds, from 0; where absent it is spread over all rates by what is left under each
     * @param gross what is taken back, with tax
     */
    record IssueCreditNote(
            @TargetAggregateIdentifier BillId bill,
            CreditNoteId creditNote,
            @Nullable Integer line,
            Money gross,
            String reason,
            Instant at)
            implements BillCommand {}

    /**
     * Rates the bill's session by another tariff and corrects the difference, once for each run: a credit note where too much was
     * charged under a VAT rate, a supplementary bill where it was too little. Refused with {@code credit-exceeds-bill} where more is to go back than
     * this bill took, with {@code currency-mismatch} for a tariff in another currency.
     *
     * @param run letters, digits, {@code _} and {@code -}; at most 40
     */
    record CorrectBill(@TargetAggregateIdentifier BillId bill, String run, FrozenTariff tariff, Instant at)
            implements BillCommand {}

    /** Opens a supplementary bill with the lines that another bill's correction came to; repeating it changes nothing. */
    record OpenSupplement(
            @TargetAggregateIdentifier BillId bill,
            SessionId session,
            MemberId member,
            @Nullable IdToken token,
            TariffId tariff,
            int tariffVersion,
            List<BillLine> lines,
            BillTotals totals,
            Instant at)
            implements BillCommand {}
}
