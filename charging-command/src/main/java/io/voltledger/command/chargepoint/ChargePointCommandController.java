package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.ChargePointCommand.AssignTariff;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators ask of charge points. */
@RestController
@RequestMapping("/api/charge-points")
class ChargePointCommandController {

    private final Operators operators;
    private final StationLine line;
    private final Clock clock;

    ChargePointCommandController(Operators operators, StationLine line, Clock clock) {
        this.operators = operators;
        this.line = line;
        this.clock = clock;
    }

    /** A station that is to be made known. */
    record NewChargePoint(
            @NotBlank String id,
            @NotBlank String name,
            @NotNull ZoneId zone,
            @Nullable String tariff) {}

    record ChosenTariff(@NotBlank String tariff) {}

    @PostMapping
    ResponseEntity<Map<String, String>> register(@Valid @RequestBody NewChargePoint request) {
        StationId station = new StationId(request.id());
        operators.send(new RegisterChargePoint(
                station,
                request.name(),
                request.zone(),
                Optional.ofNullable(request.tariff()).map(TariffId::new).orElse(null),
                clock.instant()));
        return ResponseEntity.created(location(station)).body(Map.of("id", station.value()));
    }

    @PutMapping("/{station}/tariff")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assignTariff(@PathVariable String station, @Valid @RequestBody ChosenTariff request) {
        operators.send(new AssignTariff(new StationId(station), new TariffId(request.tariff()), clock.instant()));
    }

    /** @param body the OCPP request in the operation's own field names; it goes to the wire as it stands */
    @PostMapping("/{station}/commands/{action}")
    ResponseEntity<Map<String, String>> send(
            @PathVariable String station,
            @PathVariable @Pattern(regexp = "[A-Z][A-Za-z]{2,49}") String action,
            @RequestBody(required = false) byte @Nullable [] body) {
        StationCommandId id = line.send(new StationId(station), action, RequestText.of(body));
        return ResponseEntity.accepted()
                .location(UriComponentsBuilder.fromPath("/api/station-commands/{id}")
                        .build(id.value()))
                .body(Map.of("id", id.value(), "commandId", id.value()));
    }

    private static URI location(StationId station) {
        return UriComponentsBuilder.fromPath("/api/charge-points/{id}").build(station.value());
    }
}
