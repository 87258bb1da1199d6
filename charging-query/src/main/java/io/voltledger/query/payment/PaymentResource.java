package io.voltledger.query.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentQuery.FindPayment;
import io.voltledger.api.payment.PaymentQuery.ListPayments;
import io.voltledger.api.payment.PaymentQuery.PaymentPage;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.api.payment.PaymentView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments over REST. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "Payments")
class PaymentResource {

    private final Questions questions;

    PaymentResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists attempts to take money, newest first")
    PaymentPage list(
            @Parameter(description = "Only those for this bill") @RequestParam(required = false) @Nullable BillId bill,
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable PaymentState state,
            @ParameterObject Paging paging) {
        return questions.answer(new ListPayments(bill, member, state, paging.byTime()), PaymentPage.class);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One attempt to take money",
            description = "A payment's id holds `#`, in a path `%23`: `CP-1:42%231`.")
    PaymentView get(@PathVariable PaymentId id) {
        return questions.get(new FindPayment(id), PaymentView.class, "payment " + id.value());
    }
}
