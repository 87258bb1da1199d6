package io.voltledger.query.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerQuery.DrawTrialBalance;
import io.voltledger.api.ledger.LedgerQuery.LedgerAccountPage;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerAccounts;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.ledger.TrialBalanceView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books over REST. */
@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Ledger")
class LedgerResource {

    private final Questions questions;

    LedgerResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/accounts")
    @Operation(summary = "Lists accounts with what was debited and credited, in the order of their names")
    LedgerAccountPage accounts(
            @Parameter(description = "Only those whose name begins so: `member:M1:`")
                    @RequestParam(required = false)
                    @Nullable String prefix,
            @ParameterObject Paging paging) {
        return questions.answer(new ListLedgerAccounts(prefix, paging.byId()), LedgerAccountPage.class);
    }

    @GetMapping("/postings")
    @Operation(
            summary = "Lists entries with their postings, newest first",
            description = "A posting's amount is a debit where it is positive, a credit where it is negative.")
    LedgerEntryPage postings(
            @Parameter(description = "Only entries that touch this account") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "Only entries of this bill") @RequestParam(required = false) @Nullable BillId bill,
            @Parameter(description = "Only entries about this payment, refund or top-up: `CP-1:42#1`, `top-up/M1~k1`")
                    @RequestParam(required = false)
                    @Nullable String reference,
            @Parameter(description = "Only facts recorded then or later") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Only facts recorded before") @RequestParam(required = false) @Nullable Instant until,
            @ParameterObject Paging paging) {
        return questions.answer(
                new ListLedgerEntries(account, bill, reference, from, until, paging.byPosition()),
                LedgerEntryPage.class);
    }

    @GetMapping("/trial-balance")
    @Operation(
            summary =
                    "Every account as it stood at a position of the event store or at a time; now where neither is said")
    TrialBalanceView trialBalance(
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at) {
        return questions.answer(new DrawTrialBalance(position, at), TrialBalanceView.class);
    }
}
