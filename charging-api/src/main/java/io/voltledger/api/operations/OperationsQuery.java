package io.voltledger.api.operations;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators ask about the platform's own work. */
public sealed interface OperationsQuery {

    /**
     * Asked of every module that keeps dead letters; each answers a {@link DeadLetterBatch} of its own, newest first.
     *
     * @param before only what came before; absent for the newest
     * @param beforeId with {@code before}: of the same instant only ids below
     * @param limit how many at most
     */
    record ListDeadLetters(
            @Nullable Instant before, @Nullable String beforeId, int limit) implements OperationsQuery {

        private static final Comparator<DeadLetterView> NEWEST_FIRST = Comparator.comparing(DeadLetterView::since)
                .thenComparing(letter -> letter.id().toString())
                .reversed();

        /** What is asked for of these letters, whatever their order. */
        public List<DeadLetterView> page(Stream<DeadLetterView> letters) {
            return letters.filter(this::covers)
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }

        private boolean covers(DeadLetterView letter) {
            return before == null
                    || letter.since().isBefore(before)
                    || (letter.since().equals(before)
                            && (beforeId == null || letter.id().toString().compareTo(beforeId) < 0));
        }
    }

    /** What one module keeps. */
    record DeadLetterBatch(List<DeadLetterView> items) {}

    /** @param next cursor of the following page; absent at the end */
    record DeadLetterPage(
            List<DeadLetterView> items, @Nullable String next) {}
}
