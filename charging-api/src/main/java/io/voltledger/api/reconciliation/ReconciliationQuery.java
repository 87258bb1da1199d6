package io.voltledger.api.reconciliation;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about the comparison of the provider's transactions with the books. */
public sealed interface ReconciliationQuery {

    /**
     * Answers a {@link ReconciliationCasePage}, newest first.
     *
     * @param state absent means all
     */
    record ListCases(ReconciliationCase.@Nullable State state, PageRequest page) implements ReconciliationQuery {}

    /** Answers a {@link ReconciliationCase}, or nothing. */
    record FindCase(String id) implements ReconciliationQuery {}

    /** Answers a {@link ReconciliationRunPage}, newest first. */
    record ListRuns(PageRequest page) implements ReconciliationQuery {}

    /** @param next cursor of the following page; absent at the end */
    record ReconciliationCasePage(
            List<ReconciliationCase> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record ReconciliationRunPage(
            List<ReconciliationRun> items, @Nullable String next) {}
}
