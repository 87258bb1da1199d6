package io.voltledger.saga.reconciliation;

import io.voltledger.api.PageRequest;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.FindCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListRuns;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationCasePage;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationRunPage;
import io.voltledger.api.reconciliation.ReconciliationRun;
import io.voltledger.saga.reconciliation.ReconciliationCases.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about runs and cases. Cursors are numbers, which count up. */
@Component
class ReconciliationQueries {

    private final ReconciliationCases cases;
    private final CaseHistory history;

    ReconciliationQueries(ReconciliationCases cases, CaseHistory history) {
        this.cases = cases;
        this.history = history;
    }

    /** @throws IllegalArgumentException where the cursor is none of this list */
    @QueryHandler
    ReconciliationCasePage handle(ListCases query) {
        int limit = query.page().limit();
        List<Numbered> rows = cases.list(query.state(), before(query.page()), limit + 1);
        return new ReconciliationCasePage(
                rows.stream().limit(limit).map(Numbered::item).toList(), next(rows, limit, Numbered::number));
    }

    @QueryHandler
    Optional<ReconciliationCase> handle(FindCase query) {
        return cases.find(query.id()).map(found -> found.with(history.of(found.id())));
    }

    /** @throws IllegalArgumentException where the cursor is none of this list */
    @QueryHandler
    ReconciliationRunPage handle(ListRuns query) {
        int limit = query.page().limit();
        List<ReconciliationRun> rows = cases.runs(before(query.page()), limit + 1);
        return new ReconciliationRunPage(rows.stream().limit(limit).toList(), next(rows, limit, ReconciliationRun::id));
    }

    private static <T> @Nullable String next(List<T> rows, int limit, ToLongFunction<T> number) {
        return rows.size() <= limit ? null : Long.toString(number.applyAsLong(rows.get(limit - 1)));
    }

    private static @Nullable Long before(PageRequest page) {
        String cursor = page.cursor();
        try {
            return cursor == null || cursor.isEmpty() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor is not the next of a page of this list", e);
        }
    }
}
