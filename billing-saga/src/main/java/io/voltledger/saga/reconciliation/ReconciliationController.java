package io.voltledger.saga.reconciliation;

import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import io.voltledger.runtime.operator.ByWhom;
import io.voltledger.runtime.operator.SignedIn;
import io.voltledger.saga.reconciliation.ReconciliationCases.Numbered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation over REST: a run on demand, and the cases that it left. */
@RestController
@RequestMapping("/api/reconciliation")
class ReconciliationController {

    private static final int MAX_LIMIT = 200;

    private final Reconciliation reconciliation;
    private final ReconciliationCases cases;
    private final Clock clock;

    ReconciliationController(Reconciliation reconciliation, ReconciliationCases cases, Clock clock) {
        this.reconciliation = reconciliation;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param day absent means today, as far as it has come */
    record NewRun(@Nullable LocalDate day) {}

    /** @param by who resolved it, and why it is right so */
    record Resolution(
            @ByWhom @Size(max = 64) @Nullable String by,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param next cursor of the following page; absent at the end */
    record CasePage(
            List<ReconciliationCase> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record RunPage(List<Run> items, @Nullable String next) {}

    @PostMapping("/runs")
    ResponseEntity<Run> run(@RequestBody(required = false) @Nullable NewRun request) {
        LocalDate day = request == null || request.day() == null ? reconciliation.today() : request.day();
        Run run = reconciliation.run(day);
        return ResponseEntity.created(URI.create("/api/reconciliation/runs")).body(run);
    }

    @GetMapping("/runs")
    RunPage runs(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long cursor) {
        int size = Math.clamp(limit, 1, MAX_LIMIT);
        List<Run> rows = cases.runs(cursor, size + 1);
        return rows.size() <= size
                ? new RunPage(rows, null)
                : new RunPage(
                        rows.subList(0, size), Long.toString(rows.get(size - 1).id()));
    }

    @GetMapping("/cases")
    CasePage cases(
            @RequestParam(required = false) ReconciliationCase.@Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        int size = Math.clamp(limit, 1, MAX_LIMIT);
        List<Numbered> rows = cases.list(state, cursor, size + 1);
        List<ReconciliationCase> items =
                rows.stream().limit(size).map(Numbered::item).toList();
        return new CasePage(
                items,
                rows.size() <= size ? null : Long.toString(rows.get(size - 1).number()));
    }

    @GetMapping("/cases/{id}")
    ReconciliationCase find(@PathVariable String id) {
        return cases.find(id).orElseThrow(() -> new ResourceNotFound("case " + id));
    }

    @PostMapping("/cases/{id}/resolution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resolve(@PathVariable String id, @Valid @RequestBody Resolution resolution) {
        find(id);
        if (!cases.resolve(id, SignedIn.nameOr(resolution.by()), resolution.reason(), clock.instant())) {
            throw new CommandRejected("case-resolved", "The case was resolved before");
        }
    }
}
