package io.voltledger.query.tariff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffQuery.ListTariffs;
import io.voltledger.api.tariff.TariffQuery.TariffPage;
import io.voltledger.api.tariff.TariffView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tariffs over REST. */
@RestController
@RequestMapping("/api/tariffs")
@Tag(name = "Tariffs")
class TariffResource {

    private final Questions questions;

    TariffResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists tariffs in their latest version, by id")
    TariffPage list(@ParameterObject Paging paging) {
        return questions.answer(new ListTariffs(paging.byId()), TariffPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One tariff: the version asked for, or else the latest")
    TariffView get(
            @PathVariable TariffId id,
            @Parameter(description = "A published version, from 1") @RequestParam(required = false) @Nullable Integer version) {
        return questions.get(new FindTariff(id, version), TariffView.class, "tariff " + id.value());
    }
}
