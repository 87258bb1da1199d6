package io.voltledger.api.billing;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.FrozenTariff;
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
     * Books money on the bill, once for each reference; refused with {@code overpayment} above what is owed.
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
}
