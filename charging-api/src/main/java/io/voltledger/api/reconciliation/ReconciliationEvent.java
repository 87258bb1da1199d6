package io.voltledger.api.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What a comparison found and what people did about it. */
public sealed interface ReconciliationEvent {

    /** Found for the first time. */
    @Revision("1")
    record DifferenceFound(
            String id,
            LocalDate day,
            DifferenceKind kind,
            String subject,
            @Nullable BillId bill,
            @Nullable Money provider,
            @Nullable Money books,
            Instant foundAt)
            implements ReconciliationEvent {}

    @Revision("1")
    record DifferenceResolved(
            String id, DifferenceKind kind, String subject, String resolvedBy, String reason, Instant resolvedAt)
            implements ReconciliationEvent {}

    /**
     * A day was compared.
     *
     * @param matched how many movements both have
     * @param differences how many they do not
     */
    @Revision("1")
    record DayReconciled(LocalDate day, int matched, int differences, Instant reconciledAt)
            implements ReconciliationEvent {}
}
