package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
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
 * @param credited what was taken back; absent while it is not open
 * @param references what payments were booked by
 * @param creditNotes by what it was taken back
 * @param numbers of the bill and its credit notes, by document
 * @param overdue whether all scheduled attempts failed
 * @param paymentRequestedAt when someone last asked to try again
 */
record BillFacts(
        @Nullable BillOpened opened,
        @Nullable BillParked parked,
        @Nullable Money outstanding,
        @Nullable Money credited,
        Set<String> references,
        Set<CreditNoteId> creditNotes,
        Map<String, Long> numbers,
        boolean overdue,
        @Nullable Instant paymentRequestedAt) {

    static final BillFacts NONE = new BillFacts(null, null, null, null, Set.of(), Set.of(), Map.of(), false, null);

    BillFacts {
        references = Set.copyOf(references);
        creditNotes = Set.copyOf(creditNotes);
        numbers = Map.copyOf(numbers);
    }

    static BillFacts open(BillOpened event) {
        Money gross = event.totals().gross();
        return new BillFacts(
                event, null, gross, Money.zero(gross.currency()), Set.of(), Set.of(), Map.of(), false, null);
    }

    static BillFacts parked(BillParked event) {
        return new BillFacts(null, event, null, null, Set.of(), Set.of(), Map.of(), false, null);
    }

    BillFacts applied(String reference, Money rest) {
        Set<String> more = new HashSet<>(references);
        more.add(reference);
        return new BillFacts(opened, parked, rest, credited, more, creditNotes, numbers, overdue, paymentRequestedAt);
    }

    BillFacts credited(CreditNoteIssued note) {
        Set<CreditNoteId> more = new HashSet<>(creditNotes);
        more.add(note.creditNote());
        Money gross = note.totals().gross();
        return new BillFacts(
                opened,
                parked,
                note.outstanding(),
                credited == null ? gross : credited.plus(gross),
                references,
                more,
                numbers,
                overdue,
                paymentRequestedAt);
    }

    BillFacts numbered(String document, long number) {
        Map<String, Long> more = new HashMap<>(numbers);
        more.put(document, number);
        return new BillFacts(
                opened, parked, outstanding, credited, references, creditNotes, more, overdue, paymentRequestedAt);
    }

    BillFacts marked(boolean isOverdue) {
        return new BillFacts(
                opened, parked, outstanding, credited, references, creditNotes, numbers, isOverdue, paymentRequestedAt);
    }

    BillFacts requested(Instant at) {
        return new BillFacts(opened, parked, outstanding, credited, references, creditNotes, numbers, overdue, at);
    }
}
