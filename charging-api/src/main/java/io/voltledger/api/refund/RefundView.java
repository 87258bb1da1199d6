package io.voltledger.api.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.SettlementView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param returned what has been given back so far
 * @param decidedBy who approved or rejected it; {@code policy} where no second person was needed
 * @param problem why it was rejected or what the provider said
 * @param settlement of the last part that was settled by hand, also while it waits for a second person
 */
public record RefundView(
        RefundId id,
        BillId bill,
        MemberId member,
        Money amount,
        Money returned,
        List<RefundPart> parts,
        RefundState state,
        String reason,
        String requestedBy,
        @Nullable String decidedBy,
        @Nullable String problem,
        @Nullable SettlementView settlement,
        Instant requestedAt,
        Instant updatedAt) {

    public RefundView {
        parts = List.copyOf(parts);
    }

    /** Which part is given back next, from 0; how many there are where all are back. */
    public int due() {
        int part = 0;
        for (long back = 0; part < parts.size() && back < returned.amount(); part++) {
            back += parts.get(part).amount().amount();
        }
        return part;
    }
}
