package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved at the provider, as one side tells it.
 *
 * @param key names it on its side: the provider's transaction, the position in the event store
 * @param subject the payment; the provider's order where none of ours is known
 * @param known whether the subject is a payment of ours
 */
record Movement(
        String key,
        String subject,
        boolean known,
        Direction direction,
        Money amount,
        @Nullable BillId bill,
        Instant at) {

    /** In minor units; what was returned is negative. */
    long signed() {
        return direction == Direction.TAKEN ? amount.amount() : -amount.amount();
    }

    enum Direction {
        TAKEN,
        RETURNED
    }
}
