package io.voltledger.query.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.admission.AdmissionQuery.FindStationSecurity;
import io.voltledger.api.admission.AdmissionQuery.ListPendingStations;
import io.voltledger.api.admission.AdmissionQuery.ListRefusedHandshakes;
import io.voltledger.api.admission.AdmissionQuery.PendingStationPage;
import io.voltledger.api.admission.AdmissionQuery.RefusedHandshakePage;
import io.voltledger.api.admission.PendingStationView;
import io.voltledger.api.admission.StationSecurityView;
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

/** Stations' ways in, over REST. */
@RestController
@RequestMapping("/api")
@Tag(name = "Station security")
class AdmissionResource {

    private final Questions questions;

    AdmissionResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/charge-points/{id}/security")
    @Operation(summary = "What is demanded of a station's connection; 404 where nothing was set for it")
    StationSecurityView security(@PathVariable StationId id) {
        return questions.get(
                new FindStationSecurity(id), StationSecurityView.class, "security setting of " + id.value());
    }

    @GetMapping("/pending-stations")
    @Operation(summary = "Stations that nobody registered and that wanted in, latest first")
    PendingStationPage pending(
            @Parameter(description = "Only those in this state") @RequestParam(required = false)
                    PendingStationView.@Nullable State state,
            @ParameterObject Paging paging) {
        return questions.answer(new ListPendingStations(state, paging.byTime()), PendingStationPage.class);
    }

    @GetMapping("/refused-handshakes")
    @Operation(summary = "Connections that were refused, latest first")
    RefusedHandshakePage refused(
            @Parameter(description = "Only those of this station") @RequestParam(required = false) @Nullable StationId station,
            @ParameterObject Paging paging) {
        return questions.answer(new ListRefusedHandshakes(station, paging.byTime()), RefusedHandshakePage.class);
    }
}
