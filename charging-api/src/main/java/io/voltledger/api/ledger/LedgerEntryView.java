package io.voltledger.api.ledger;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.Posting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balanced entry and the fact that it follows from.
 *
 * @param position of the fact in the event store
 * @param event its identifier there
 * @param type of the fact: {@code PaymentApproved}
 * @param reference the payment, hold, credit or refund that it is about
 * @param at when it was recorded
 * @param postings positive is a debit, negative a credit; they sum to zero
 */
public record LedgerEntryView(
        long position,
        String event,
        String type,
        String reference,
        @Nullable BillId bill,
        Instant at,
        List<Posting> postings) {

    public LedgerEntryView {
        postings = List.copyOf(postings);
    }
}
