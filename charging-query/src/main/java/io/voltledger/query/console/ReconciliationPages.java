package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.FindCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListRuns;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationCasePage;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationRunPage;
import io.voltledger.query.web.Questions;
import io.voltledger.runtime.ResourceNotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the provider and the books do not agree on, in the console. */
@Controller
class ReconciliationPages {

    private static final int ROWS = 50;
    private static final PageRequest RECENT = new PageRequest(10, null);
    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;

    ReconciliationPages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/reconciliation")
    String list(
            @RequestParam(required = false) ReconciliationCase.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(state, cursor, model);
        return "console/reconciliation";
    }

    /** What of the page moves. */
    @GetMapping("/reconciliation/parts")
    String parts(
            @RequestParam(required = false) ReconciliationCase.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(state, cursor, model);
        return "console/reconciliation :: parts";
    }

    @GetMapping("/reconciliation/{id}")
    String one(@PathVariable String id, Model model) {
        fill(id, model);
        return "console/reconciliation-case";
    }

    @GetMapping("/reconciliation/{id}/parts")
    String partsOfOne(@PathVariable String id, Model model) {
        fill(id, model);
        return "console/reconciliation-case :: parts";
    }

    @ExceptionHandler(ResourceNotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(ResourceNotFound failure, Model model) {
        model.addAttribute("message", failure.getMessage());
        return "console/missing";
    }

    private void fill(ReconciliationCase.@Nullable State state, @Nullable String cursor, Model model) {
        model.addAttribute("states", ReconciliationCase.State.values());
        model.addAttribute("state", state);
        model.addAttribute("cursor", cursor);
        model.addAttribute(
                "page",
                questions.answer(new ListCases(state, new PageRequest(ROWS, cursor)), ReconciliationCasePage.class));
        model.addAttribute(
                "runs",
                questions
                        .answer(new ListRuns(RECENT), ReconciliationRunPage.class)
                        .items());
    }

    private void fill(String id, Model model) {
        ReconciliationCase found = questions.get(new FindCase(id), ReconciliationCase.class, "case " + id);
        model.addAttribute("found", found);
        model.addAttribute("meaning", DifferenceWords.of(found.kind()));
        model.addAttribute("entries", entries(found.bill()));
    }

    private List<LedgerEntryView> entries(@Nullable BillId bill) {
        return bill == null
                ? List.of()
                : questions
                        .answer(new ListLedgerEntries(null, bill, null, null, null, ALL), LedgerEntryPage.class)
                        .items();
    }
}
