package io.voltledger.command.rerating;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.rerating.RerateCommand.OrderCorrections;
import io.voltledger.api.rerating.RerateRunId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Past sessions by another tariff, as operators ask. */
@RestController
@RequestMapping("/api/tariffs/{tariff}")
class RerateController {

    private final PastSessions past;
    private final Rerater rerater;
    private final Operators operators;
    private final Clock clock;

    RerateController(PastSessions past, Rerater rerater, Operators operators, Clock clock) {
        this.past = past;
        this.rerater = rerater;
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * Which sessions.
     *
     * @param version of the tariff; the latest where absent
     * @param from started at or after
     * @param to started before
     * @param station any where absent
     * @param apply whether to have the bills corrected; a dry run where absent
     * @param run names what is applied: repeating it after whatever happened issues nothing twice
     */
    record Asked(
            @Nullable Integer version,
            @NotNull Instant from,
            @NotNull Instant to,
            @Nullable StationId station,
            @Nullable Boolean apply,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String run) {

        boolean applies() {
            return Boolean.TRUE.equals(apply);
        }

        String name() {
            if (applies() && run == null) {
                throw new IllegalArgumentException("run: is missing");
            }
            return Objects.requireNonNullElse(run, "dry");
        }
    }

    /** Sessions that were rated by any version of this tariff, by the one that is named; 202 where corrections are on their way. */
    @PostMapping("/rerate")
    ResponseEntity<Rerating> rerate(@PathVariable String tariff, @Valid @RequestBody Asked asked) {
        TariffId id = new TariffId(tariff);
        FrozenTariff corrected = past.tariff(id, asked.version());
        String run = asked.name();
        Rerating rerating = rerater.of(corrected, past.stopped(asked.from(), asked.to(), asked.station(), id), run);
        if (asked.applies()) {
            operators.send(new OrderCorrections(RerateRunId.of(id, run), corrected, rerating.due(), clock.instant()));
        }
        return ResponseEntity.status(asked.applies() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(rerating);
    }

    /** All sessions, whatever they were rated by, had this tariff held. */
    @PostMapping("/what-if")
    Rerating whatIf(@PathVariable String tariff, @Valid @RequestBody Asked asked) {
        return rerater.of(
                past.tariff(new TariffId(tariff), asked.version()),
                past.stopped(asked.from(), asked.to(), asked.station(), null),
                "what-if");
    }
}
