package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.CertificateRequestQuery.CertificateRequestPage;
import io.voltledger.api.chargepoint.CertificateRequestQuery.FindCertificateRequest;
import io.voltledger.api.chargepoint.CertificateRequestQuery.ListCertificateRequests;
import io.voltledger.api.chargepoint.CertificateRequestView;
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

/** Stations' requests for certificates, over REST. */
@RestController
@RequestMapping("/api/certificate-requests")
@Tag(name = "Certificate requests")
class CertificateRequestResource {

    private final Questions questions;

    CertificateRequestResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Requests of stations for certificates, latest first")
    CertificateRequestPage list(
            @Parameter(description = "Only those of this station") @RequestParam(required = false) @Nullable StationId station,
            @Parameter(description = "Only those in this state") @RequestParam(required = false)
                    CertificateRequestView.@Nullable State state,
            @ParameterObject Paging paging) {
        return questions.answer(
                new ListCertificateRequests(station, state, paging.byTime()), CertificateRequestPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request and what became of it")
    CertificateRequestView get(@PathVariable CertificateRequestId id) {
        return questions.get(
                new FindCertificateRequest(id), CertificateRequestView.class, "certificate request " + id.value());
    }
}
