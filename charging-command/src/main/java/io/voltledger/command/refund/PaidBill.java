package io.voltledger.command.refund;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.RefundPart;
import java.util.List;

/**
 * What was paid for a bill.
 *
 * @param parts in the order in which they were applied
 * @param asked what the bill asks for after its credit notes, in minor units
 */
record PaidBill(MemberId member, List<RefundPart> parts, long asked) {

    PaidBill {
        parts = List.copyOf(parts);
    }
}
