package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.CreditNoteId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a bill.
 *
 * @param opened absent for a parked bill and before there is one
 * @param parked why a person must look first; absent once it is open
 * @param outstanding what is owed; absent while it is not open
 * @param paid what payments brought, in minor units
 * @param references what payments were booked by
 * @param credits by what it was taken back
 * @param supplements what was found missing on it
 * @param numbers of the bill and its credit notes, by document
 * @param overdue whether all scheduled attempts failed
 * @param paymentRequestedAt when someone last asked to try again
 */
record BillFacts(
        @Nullable BillOpened opened,
        @Nullable BillParked parked,
        @Nullable Money outstanding,
        long paid,
        Set<String> references,
        Map<CreditNoteId, CreditNoteIssued> credits,
        Map<BillId, SupplementIssued> supplements,
        Map<String, Long> numbers,
        boolean overdue,
        @Nullable Instant paymentRequestedAt) {

    static final BillFacts NONE =
            new BillFacts(null, null, null, 0, Set.of(), Map.of(), Map.of(), Map.of(), false, null);

    BillFacts {
        references = Set.copyOf(references);
        credits = Map.copyOf(credits);
        supplements = Map.copyOf(supplements);
        numbers = Map.copyOf(numbers);
    }

    static BillFacts open(BillOpened event) {
        return new BillFacts(
                event, null, event.totals().gross(), 0, Set.of(), Map.of(), Map.of(), Map.of(), false, null);
    }

    static BillFacts parked(BillParked event) {
        return new BillFacts(null, event, null, 0, Set.of(), Map.of(), Map.of(), Map.of(), false, null);
    }

    BillFacts applied(PaymentApplied event) {
        Set<String> more = new HashSet<>(references);
        more.add(event.reference());
        return new BillFacts(
                opened,
                parked,
                event.outstanding(),
                paid + event.amount().amount(),
                more,
                credits,
                supplements,
                numbers,
                overdue,
                paymentRequestedAt);
    }

    BillFacts credited(CreditNoteIssued note) {
        return new BillFacts(
                opened,
                parked,
                note.outstanding(),
                paid,
                references,
                with(credits, note.creditNote(), note),
                supplements,
                numbers,
                overdue,
                paymentRequestedAt);
    }

    BillFacts supplemented(SupplementIssued event) {
        return new BillFacts(
                opened,
                parked,
                outstanding,
                paid,
                references,
                credits,
                with(supplements, event.supplement(), event),
                numbers,
                overdue,
                paymentRequestedAt);
    }

    BillFacts numbered(String document, long number) {
        return new BillFacts(
                opened,
                parked,
                outstanding,
                paid,
                references,
                credits,
                supplements,
                with(numbers, document, number),
                overdue,
                paymentRequestedAt);
    }

    BillFacts marked(boolean isOverdue) {
        return new BillFacts(
                opened,
                parked,
                outstanding,
                paid,
                references,
                credits,
                supplements,
                numbers,
                isOverdue,
                paymentRequestedAt);
    }

    BillFacts requested(Instant at) {
        return new BillFacts(opened, parked, outstanding, paid, references, credits, supplements, numbers, overdue, at);
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        Map<K, V> more = new HashMap<>(before);
        more.put(key, value);
        return more;
    }
}
