package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.ChargePointQuery.ChargePointPage;
import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointQuery.ListChargePoints;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charge points over REST. */
@RestController
@RequestMapping("/api/charge-points")
@Tag(name = "Charge points")
class ChargePointResource {

    private final Questions questions;

    ChargePointResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists charge points with their connectors, by id")
    ChargePointPage list(
            @Parameter(description = "Only those that are, or are not, connected")
                    @RequestParam(required = false)
                    @Nullable Boolean online,
            @ParameterObject Paging paging) {
        return questions.answer(new ListChargePoints(online, paging.byId()), ChargePointPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One charge point with its connectors")
    ChargePointView get(@PathVariable StationId id) {
        return questions.get(new FindChargePoint(id), ChargePointView.class, "charge point " + id.value());
    }
}
