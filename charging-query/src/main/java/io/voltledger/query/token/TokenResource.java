package io.voltledger.query.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenQuery.FindToken;
import io.voltledger.api.token.TokenQuery.ListTokens;
import io.voltledger.api.token.TokenQuery.TokenPage;
import io.voltledger.api.token.TokenView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tokens over REST. */
@RestController
@RequestMapping("/api/tokens")
@Tag(name = "Tokens")
class TokenResource {

    private final Questions questions;

    TokenResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists tokens, by id")
    TokenPage list(
            @Parameter(description = "Only those of this member") @RequestParam(required = false) @Nullable MemberId member,
            @ParameterObject Paging paging) {
        return questions.answer(new ListTokens(member, paging.byId()), TokenPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One token and whether it may charge")
    TokenView get(@PathVariable IdToken id) {
        return questions.get(new FindToken(id), TokenView.class, "token " + id.value());
    }
}
