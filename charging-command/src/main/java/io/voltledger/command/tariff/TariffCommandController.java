package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators ask of tariffs. */
@RestController
@RequestMapping("/api/tariffs")
class TariffCommandController {

    private final Operators operators;
    private final Clock clock;

    TariffCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param version that now holds for sessions that start */
    record PublishedVersion(String id, int version) {}

    @PostMapping("/{tariff}/versions")
    ResponseEntity<PublishedVersion> publish(@PathVariable String tariff, @RequestBody Tariff content) {
        TariffId id = new TariffId(tariff);
        Integer version = operators.send(new PublishTariff(id, content, clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/tariffs/{id}").build(id.value()))
                .body(new PublishedVersion(id.value(), Objects.requireNonNull(version)));
    }
}
