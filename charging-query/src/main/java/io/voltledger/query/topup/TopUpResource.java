package io.voltledger.query.topup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.topup.TopUpQuery.FindTopUp;
import io.voltledger.api.topup.TopUpQuery.ListTopUps;
import io.voltledger.api.topup.TopUpQuery.TopUpPage;
import io.voltledger.api.topup.TopUpState;
import io.voltledger.api.topup.TopUpView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Top-ups over REST. */
@RestController
@RequestMapping("/api/top-ups")
@Tag(name = "Top-ups")
class TopUpResource {

    private final Questions questions;

    TopUpResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists top-ups, newest first")
    TopUpPage list(
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable TopUpState state,
            @ParameterObject Paging paging) {
        return questions.answer(new ListTopUps(member, state, paging.byTime()), TopUpPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One top-up: whether the card was charged and the wallet credited")
    TopUpView get(@PathVariable TopUpId id) {
        return questions.getSoon(new FindTopUp(id), TopUpView.class, "top-up " + id.value());
    }
}
