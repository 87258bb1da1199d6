package io.voltledger.command.token;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.BlockToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.token.TokenCommand.UnblockToken;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators ask of tokens. */
@RestController
@RequestMapping("/api/tokens")
class TokenCommandController {

    private final Operators operators;
    private final Clock clock;

    TokenCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** A token that is to be issued. */
    record NewToken(
            @NotBlank String id,
            @NotBlank String member,
            @Nullable String parent,
            @Nullable Instant expiresAt) {}

    record Reason(@NotBlank String reason) {}

    @PostMapping
    ResponseEntity<Map<String, String>> issue(@Valid @RequestBody NewToken request) {
        IdToken token = new IdToken(request.id());
        operators.send(new IssueToken(
                token,
                new MemberId(request.member()),
                Optional.ofNullable(request.parent()).map(IdToken::new).orElse(null),
                request.expiresAt(),
                clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/tokens/{id}").build(token.value()))
                .body(Map.of("id", token.value()));
    }

    @PostMapping("/{token}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@PathVariable String token, @Valid @RequestBody Reason request) {
        operators.send(new BlockToken(new IdToken(token), request.reason(), clock.instant()));
    }

    @PostMapping("/{token}/unblock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable String token) {
        operators.send(new UnblockToken(new IdToken(token), clock.instant()));
    }
}
