package io.voltledger.api.operations;

import java.time.Instant;
import java.util.List;
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
            @Nullable Instant before, @Nullable String beforeId, int limit) implements OperationsQuery {}

    /** What one module keeps. */
    record DeadLetterBatch(List<DeadLetterView> items) {}

    /** @param next cursor of the following page; absent at the end */
    record DeadLetterPage(
            List<DeadLetterView> items, @Nullable String next) {}
}
