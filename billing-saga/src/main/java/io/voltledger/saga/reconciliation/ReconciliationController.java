package io.voltledger.saga.reconciliation;

import io.voltledger.api.PageRequest;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.FindCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListRuns;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationCasePage;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationRunPage;
import io.voltledger.api.reconciliation.ReconciliationRun;
import io.voltledger.runtime.ResourceNotFound;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation over REST: a run on demand, and the cases that it left. */
@RestController
@RequestMapping("/api/reconciliation")
class ReconciliationController {

    private final Reconciliation reconciliation;
    private final ReconciliationQueries queries;

    ReconciliationController(Reconciliation reconciliation, ReconciliationQueries queries) {
        this.reconciliation = reconciliation;
        this.queries = queries;
    }

    /** @param day absent means today, as far as it has come */
    record NewRun(@Nullable LocalDate day) {}

    @PostMapping("/runs")
    ResponseEntity<ReconciliationRun> run(@RequestBody(required = false) @Nullable NewRun request) {
        LocalDate day = request == null || request.day() == null ? reconciliation.today() : request.day();
        ReconciliationRun run = reconciliation.run(day);
        return ResponseEntity.created(URI.create("/api/reconciliation/runs")).body(run);
    }

    @GetMapping("/runs")
    ReconciliationRunPage runs(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return queries.handle(new ListRuns(page(limit, cursor)));
    }

    @GetMapping("/cases")
    ReconciliationCasePage cases(
            @RequestParam(required = false) ReconciliationCase.@Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.handle(new ListCases(state, page(limit, cursor)));
    }

    private static PageRequest page(int limit, @Nullable String cursor) {
        return new PageRequest(Math.clamp(limit, 1, PageRequest.MAX_LIMIT), cursor);
    }

    @GetMapping("/cases/{id}")
    ReconciliationCase find(@PathVariable String id) {
        return queries.handle(new FindCase(id)).orElseThrow(() -> new ResourceNotFound("case " + id));
    }
}
