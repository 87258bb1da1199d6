package io.voltledger.command.refund;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.RefundPart;
import java.util.List;

/**
 * What was paid for a bill.
 *
 * @param parts in the order in which they were applied
 */
record PaidBill(MemberId member, List<RefundPart> parts) {

    PaidBill {
        parts = List.copyOf(parts);
    }
}
