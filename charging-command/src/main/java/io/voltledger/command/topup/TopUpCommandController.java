package io.voltledger.command.topup;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.topup.TopUpCommand.RequestTopUp;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What members and operators ask of top-ups. */
@RestController
@RequestMapping("/api/wallets/{member}/top-ups")
class TopUpCommandController {

    private final Operators operators;
    private final Clock clock;

    TopUpCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param key the sender's own: the same one is one top-up of the wallet, however often it is sent */
    record NewTopUp(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9_.-]{1,40}") String key,

            @NotNull Money amount) {}

    /** The card that the member registered last is charged; whether it was says the top-up's state. */
    @PostMapping
    ResponseEntity<Map<String, String>> request(@PathVariable String member, @Valid @RequestBody NewTopUp request) {
        TopUpId topUp = TopUpId.of(new MemberId(member), request.key());
        operators.send(new RequestTopUp(topUp, request.amount(), clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/top-ups/{id}").build(topUp.value()))
                .body(Map.of("id", topUp.value()));
    }
}
