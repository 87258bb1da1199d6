package io.voltledger.api.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a person works off.
 *
 * @param id the same whenever the same difference is found
 * @param day the business day on which it lies
 * @param subject the payment, or the provider's order where none of ours is known
 * @param provider what the provider says; absent where it says nothing
 * @param books what the books say; absent where they say nothing
 * @param lastSeenOn the day on which a comparison last found it
 * @param evenSince the day of the movement that made up for it; absent where none has
 * @param assignee who works on it; absent where nobody does
 * @param history what became of it, oldest first; absent in a list
 */
public record ReconciliationCase(
        String id,
        LocalDate day,
        DifferenceKind kind,
        String subject,
        @Nullable BillId bill,
        @Nullable Money provider,
        @Nullable Money books,
        Instant foundAt,
        LocalDate lastSeenOn,
        @Nullable LocalDate evenSince,
        State state,
        @Nullable String assignee,
        @Nullable String resolvedBy,
        @Nullable String reason,
        @Nullable Instant resolvedAt,
        @Nullable List<CaseEntry> history) {

    public ReconciliationCase {
        history = history == null ? null : List.copyOf(history);
    }

    public ReconciliationCase with(List<CaseEntry> became) {
        return new ReconciliationCase(
                id,
                day,
                kind,
                subject,
                bill,
                provider,
                books,
                foundAt,
                lastSeenOn,
                evenSince,
                state,
                assignee,
                resolvedBy,
                reason,
                resolvedAt,
                became);
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        RESOLVED
    }
}
