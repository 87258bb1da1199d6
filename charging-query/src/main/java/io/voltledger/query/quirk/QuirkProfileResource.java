package io.voltledger.query.quirk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.QuirkProfileQuery.FindQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.ListQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.QuirkProfilePage;
import io.voltledger.api.quirk.QuirkProfileView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quirk profiles over REST. */
@RestController
@RequestMapping("/api/quirk-profiles")
@Tag(name = "Quirk profiles")
class QuirkProfileResource {

    private final Questions questions;

    QuirkProfileResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists the known deviations of vendors' stations, by id")
    QuirkProfilePage list(@ParameterObject Paging paging) {
        return questions.answer(new ListQuirkProfiles(paging.byId()), QuirkProfilePage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One quirk profile with all its versions and its draft")
    QuirkProfileView get(@PathVariable QuirkProfileId id) {
        return questions.getSoon(new FindQuirkProfile(id), QuirkProfileView.class, "quirk profile " + id.value());
    }
}
