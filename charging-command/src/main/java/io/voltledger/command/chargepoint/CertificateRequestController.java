package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.CertificateRequestCommand.RefuseCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.SupplyCertificate;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What operators decide on stations' requests for certificates. */
@RestController
@RequestMapping("/api/certificate-requests/{request}")
class CertificateRequestController {

    private final Operators operators;
    private final StationLine line;
    private final JsonMapper json;
    private final Clock clock;

    CertificateRequestController(Operators operators, StationLine line, JsonMapper json, Clock clock) {
        this.operators = operators;
        this.line = line;
        this.json = json;
        this.clock = clock;
    }

    /** @param certificateChain in PEM, leaf first */
    record Certificate(@NotBlank String certificateChain) {}

    record Refusal(@NotBlank String reason) {}

    /** Sends the certificate to the station that asked; the answer names the command. */
    @PostMapping("/certificate")
    ResponseEntity<Map<String, String>> supply(
            @PathVariable String request, @Valid @RequestBody Certificate certificate) {
        CertificateRequestId id = new CertificateRequestId(request);
        StationId station = new StationId(request.substring(0, Math.max(request.lastIndexOf('@'), 0)));
        StationCommandId sentBy = line.send(station, "CertificateSigned", json.writeValueAsString(certificate));
        operators.send(new SupplyCertificate(id, certificate.certificateChain(), sentBy, clock.instant()));
        return ResponseEntity.accepted()
                .location(UriComponentsBuilder.fromPath("/api/station-commands/{id}")
                        .build(sentBy.value()))
                .body(Map.of("id", sentBy.value()));
    }

    @PostMapping("/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String request, @Valid @RequestBody Refusal refusal) {
        operators.send(new RefuseCertificate(new CertificateRequestId(request), refusal.reason(), clock.instant()));
    }
}
