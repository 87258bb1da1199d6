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

    /**
     * Found again by a later comparison; it stays one case. Said once a day, and whenever something about it is new.
     *
     * @param day on which it was seen
     */
    @Revision("1")
    record DifferenceSeenAgain(
            String id,
            LocalDate day,
            DifferenceKind kind,
            String subject,
            @Nullable Money provider,
            @Nullable Money books,
            Instant seenAt)
            implements ReconciliationEvent {}

    /**
     * It was closed, and is not any more what it was then: it is to be worked again.
     *
     * @param day on which it was seen
     */
    @Revision("1")
    record DifferenceReopened(
            String id,
            LocalDate day,
            DifferenceKind kind,
            String subject,
            @Nullable Money provider,
            @Nullable Money books,
            Instant reopenedAt)
            implements ReconciliationEvent {}

    /**
     * A later movement made up for it. A person closes the case all the same.
     *
     * @param day of that movement
     */
    @Revision("1")
    record DifferenceEvened(String id, LocalDate day, DifferenceKind kind, String subject, Instant evenedAt)
            implements ReconciliationEvent {}

    /** Somebody works on it from now on, whoever did before. */
    @Revision("1")
    record DifferenceTaken(String id, DifferenceKind kind, String subject, String takenBy, Instant takenAt)
            implements ReconciliationEvent {}

    /**
     * What somebody found out about it.
     *
     * @param note the writer's own key
     */
    @Revision("1")
    record DifferenceNoted(
            String id, DifferenceKind kind, String subject, String note, String text, String notedBy, Instant notedAt)
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
