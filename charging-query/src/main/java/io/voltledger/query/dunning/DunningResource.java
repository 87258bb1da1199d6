package io.voltledger.query.dunning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.dunning.DunningQuery.DunningPage;
import io.voltledger.api.dunning.DunningQuery.ListDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.member.MemberId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dunning over REST. */
@RestController
@RequestMapping("/api/dunning")
@Tag(name = "Dunning")
class DunningResource {

    private final Questions questions;

    DunningResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists overdue bills that are not paid yet and what they have come to, newest first")
    DunningPage list(
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @Parameter(description = "Only those at this stage") @RequestParam(required = false) @Nullable DunningStage stage,
            @ParameterObject Paging paging) {
        return questions.answer(new ListDunning(member, stage, paging.byTime()), DunningPage.class);
    }
}
