package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a bill.
 *
 * @param opened absent for a parked bill and before there is one
 * @param parked whether a person must look first
 * @param outstanding what is owed; absent while it is not open
 * @param references what payments were booked by
 * @param overdue whether all scheduled attempts failed
 * @param paymentRequestedAt when someone last asked to try again
 */
record BillFacts(
        @Nullable BillOpened opened,
        boolean parked,
        @Nullable Money outstanding,
        Set<String> references,
        boolean overdue,
        @Nullable Instant paymentRequestedAt) {

    static final BillFacts NONE = new BillFacts(null, false, null, Set.of(), false, null);

    BillFacts {
        references = Set.copyOf(references);
    }

    BillFacts applied(String reference, Money rest) {
        Set<String> more = new HashSet<>(references);
        more.add(reference);
        return new BillFacts(opened, parked, rest, more, overdue, paymentRequestedAt);
    }

    BillFacts marked(boolean isOverdue) {
        return new BillFacts(opened, parked, outstanding, references, isOverdue, paymentRequestedAt);
    }

    BillFacts requested(Instant at) {
        return new BillFacts(opened, parked, outstanding, references, overdue, at);
    }
}
