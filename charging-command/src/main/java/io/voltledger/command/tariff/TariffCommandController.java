package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffCommand.DraftTariff;
import io.voltledger.api.tariff.TariffCommand.PublishDraft;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffCommand.RetireTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import io.voltledger.runtime.ResourceNotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators ask of tariffs: draft, publish, retire. */
@RestController
@RequestMapping("/api/tariffs/{tariff}")
class TariffCommandController {

    private final Operators operators;
    private final Tariffs tariffs;
    private final Clock clock;

    TariffCommandController(Operators operators, Tariffs tariffs, Clock clock) {
        this.operators = operators;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** @param version that now holds for sessions that start */
    record PublishedVersion(String id, int version) {}

    /** @param faults what keeps it from being published */
    record Draft(TariffId id, Tariff content, List<Fault> faults) {}

    /** @param reason for people */
    record Retirement(@NotBlank @Size(max = 200) String reason) {}

    @PutMapping("/draft")
    Draft draft(@PathVariable String tariff, @RequestBody Tariff content) {
        TariffId id = new TariffId(tariff);
        operators.send(new DraftTariff(id, content, clock.instant()));
        return new Draft(id, content, TariffFaults.of(content));
    }

    @GetMapping("/draft")
    Draft draft(@PathVariable String tariff) {
        TariffId id = new TariffId(tariff);
        Tariff content = tariffs.draft(id).orElseThrow(() -> new ResourceNotFound("draft of tariff " + id.value()));
        return new Draft(id, content, TariffFaults.of(content));
    }

    @PostMapping("/draft/publish")
    ResponseEntity<PublishedVersion> publishDraft(@PathVariable String tariff) {
        TariffId id = new TariffId(tariff);
        return published(id, operators.send(new PublishDraft(id, clock.instant())));
    }

    @PostMapping("/versions")
    ResponseEntity<PublishedVersion> publish(@PathVariable String tariff, @RequestBody Tariff content) {
        TariffId id = new TariffId(tariff);
        return published(id, operators.send(new PublishTariff(id, content, clock.instant())));
    }

    /** No session that starts from now on gets it. */
    @PostMapping("/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String tariff, @Valid @RequestBody Retirement retirement) {
        operators.send(new RetireTariff(new TariffId(tariff), retirement.reason(), clock.instant()));
    }

    private static ResponseEntity<PublishedVersion> published(TariffId id, @Nullable Integer version) {
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/tariffs/{id}").build(id.value()))
                .body(new PublishedVersion(id.value(), Objects.requireNonNull(version)));
    }
}
