package io.voltledger.command.admission;

import io.voltledger.api.admission.AdmissionCommand.DemandProfile;
import io.voltledger.api.admission.AdmissionCommand.LetIn;
import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.AdmissionCommand.TurnAway;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators decide on stations' ways in. */
@RestController
class AdmissionController {

    private final Operators operators;
    private final Clock clock;

    AdmissionController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param certificateName the common name of the station's certificate, where that is not its id */
    record Security(
            @NotNull @Min(0) @Max(3) Integer profile,
            @Nullable @Size(min = 1, max = 64) String certificateName) {}

    /** @param password what the station shows, or its octets in hex */
    record Password(@NotBlank @Size(min = 16, max = 64) String password) {

        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    record Acceptance(
            @NotBlank String name,
            @NotNull ZoneId zone,
            @Nullable String tariff) {}

    record Refusal(@NotBlank String reason) {}

    @PutMapping("/api/charge-points/{station}/security")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demand(@PathVariable String station, @Valid @RequestBody Security security) {
        operators.send(new DemandProfile(
                door(station), SecurityProfile.of(security.profile()), security.certificateName(), clock.instant()));
    }

    /** The password is hashed here and is not kept. */
    @PutMapping("/api/charge-points/{station}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String station, @Valid @RequestBody Password password) {
        PasswordHash hash = PasswordHash.of(password.password().getBytes(StandardCharsets.UTF_8));
        operators.send(new SetPassword(door(station), hash, clock.instant()));
    }

    /** Registers a station that waits. */
    @PostMapping("/api/pending-stations/{station}/accept")
    ResponseEntity<Map<String, String>> accept(
            @PathVariable String station, @Valid @RequestBody Acceptance acceptance) {
        operators.send(new LetIn(door(station), clock.instant()));
        operators.send(new RegisterChargePoint(
                new StationId(station),
                acceptance.name(),
                acceptance.zone(),
                Optional.ofNullable(acceptance.tariff()).map(TariffId::new).orElse(null),
                clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/charge-points/{id}").build(station))
                .body(Map.of("id", station));
    }

    @PostMapping("/api/pending-stations/{station}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String station, @Valid @RequestBody Refusal refusal) {
        operators.send(new TurnAway(door(station), refusal.reason(), clock.instant()));
    }

    private static StationDoor door(String station) {
        return StationDoor.of(new StationId(station));
    }
}
