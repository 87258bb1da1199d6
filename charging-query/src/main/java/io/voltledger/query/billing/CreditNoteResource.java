package io.voltledger.query.billing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillQuery.CreditNotePage;
import io.voltledger.api.billing.BillQuery.ListCreditNotes;
import io.voltledger.api.member.MemberId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit notes over REST. */
@RestController
@RequestMapping("/api/credit-notes")
@Tag(name = "Bills")
class CreditNoteResource {

    private final Questions questions;

    CreditNoteResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists credit notes of all bills, newest first")
    CreditNotePage list(
            @Parameter(description = "Only those of this member's bills") @RequestParam(required = false) @Nullable MemberId member,
            @ParameterObject Paging paging) {
        return questions.answer(new ListCreditNotes(member, paging.byTime()), CreditNotePage.class);
    }
}
