package io.voltledger.query.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.payment.PaymentMethodView;
import io.voltledger.api.payment.PaymentQuery.FindPaymentMethod;
import io.voltledger.api.payment.PaymentQuery.ListPaymentMethods;
import io.voltledger.api.payment.PaymentQuery.PaymentMethodPage;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What members pay with, over REST. */
@RestController
@RequestMapping("/api/payment-methods")
@Tag(name = "Payment methods")
class PaymentMethodResource {

    private final Questions questions;

    PaymentMethodResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists payment methods, by id")
    PaymentMethodPage list(
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @ParameterObject Paging paging) {
        return questions.answer(new ListPaymentMethods(member, paging.byId()), PaymentMethodPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One payment method")
    PaymentMethodView get(@PathVariable PaymentMethodId id) {
        return questions.get(new FindPaymentMethod(id), PaymentMethodView.class, "payment method " + id.value());
    }
}
