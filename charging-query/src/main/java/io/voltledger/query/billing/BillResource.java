package io.voltledger.query.billing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillQuery.BillPage;
import io.voltledger.api.billing.BillQuery.FindBill;
import io.voltledger.api.billing.BillQuery.ListBills;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.member.MemberId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bills over REST. */
@RestController
@RequestMapping("/api/bills")
@Tag(name = "Bills")
class BillResource {

    private final Questions questions;

    BillResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists bills with their lines, newest first")
    BillPage list(
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable BillState state,
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @ParameterObject Paging paging) {
        return questions.answer(new ListBills(state, member, paging.byTime()), BillPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One bill with its lines (net, VAT, gross) and the money booked on it")
    BillView get(@PathVariable BillId id) {
        return questions.get(new FindBill(id), BillView.class, "bill " + id.value());
    }
}
