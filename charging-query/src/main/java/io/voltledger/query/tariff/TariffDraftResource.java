package io.voltledger.query.tariff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.tariff.TariffQuery.ListTariffDrafts;
import io.voltledger.api.tariff.TariffQuery.TariffDraftPage;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is worked on and not published, over REST. */
@RestController
@RequestMapping("/api/tariff-drafts")
@Tag(name = "Tariffs")
class TariffDraftResource {

    private final Questions questions;

    TariffDraftResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists drafts that are not published, by id of the tariff")
    TariffDraftPage list(@ParameterObject Paging paging) {
        return questions.answer(new ListTariffDrafts(paging.byId()), TariffDraftPage.class);
    }
}
