package io.voltledger.api.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param returned what has been given back so far
 * @param decidedBy who approved or rejected it; {@code policy} where no second person was needed
 * @param problem why it was rejected or what the provider said
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
        Instant requestedAt,
        Instant updatedAt) {

    public RefundView {
        parts = List.copyOf(parts);
    }
}
