package io.voltledger.query.refund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundQuery.FindRefund;
import io.voltledger.api.refund.RefundQuery.ListRefunds;
import io.voltledger.api.refund.RefundQuery.RefundPage;
import io.voltledger.api.refund.RefundState;
import io.voltledger.api.refund.RefundView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds over REST. */
@RestController
@RequestMapping("/api/refunds")
@Tag(name = "Refunds")
class RefundResource {

    private final Questions questions;

    RefundResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists refunds, newest first")
    RefundPage list(
            @Parameter(description = "Only those of this bill") @RequestParam(required = false) @Nullable BillId bill,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable RefundState state,
            @ParameterObject Paging paging) {
        return questions.answer(new ListRefunds(bill, state, paging.byTime()), RefundPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One refund with its parts")
    RefundView get(@PathVariable RefundId id) {
        return questions.getSoon(new FindRefund(id), RefundView.class, "refund " + id.value());
    }
}
