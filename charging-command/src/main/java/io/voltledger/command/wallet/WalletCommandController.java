package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.WalletCommand.CloseWallet;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.ReopenWallet;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Operators;
import io.voltledger.runtime.operator.ByWhom;
import io.voltledger.runtime.operator.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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

/** What operators ask of wallets. */
@RestController
@RequestMapping("/api/wallets")
class WalletCommandController {

    private final Operators operators;
    private final Clock clock;

    WalletCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param creditId the sender's own: the same one is booked once */
    record Credit(
            @NotBlank @Size(max = 180) @Pattern(regexp = "(?!top-up/|transfer-|refund-).*", message = "is a process's own")
            String creditId,

            @NotNull Money amount,
            @NotNull CreditSource source) {}

    /**
     * @param transfer the sender's own id: the same one is sent once
     * @param to the member who is to have it
     */
    record Transfer(
            @NotBlank @Size(max = 160) String transfer,
            @NotBlank @Size(max = 64) String to,
            @NotNull Money amount) {}

    /** Taken from this wallet now; the other one has it a moment later, or it comes back. */
    @PostMapping("/{member}/transfers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> send(@PathVariable String member, @Valid @RequestBody Transfer request) {
        operators.send(new SendFunds(
                WalletId.of(new MemberId(member)),
                request.transfer(),
                WalletId.of(new MemberId(request.to())),
                request.amount(),
                clock.instant()));
        return Map.of("transfer", request.transfer());
    }

    /** @param by who closes or reopens it */
    record Reason(
            @NotBlank @Size(max = 500) String reason,
            @ByWhom @Size(max = 64) @Nullable String by) {}

    /** What is in it stays; nothing new comes in. */
    @PostMapping("/{member}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String member, @Valid @RequestBody Reason why) {
        operators.send(new CloseWallet(
                WalletId.of(new MemberId(member)), why.reason(), SignedIn.nameOr(why.by()), clock.instant()));
    }

    @PostMapping("/{member}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable String member, @Valid @RequestBody Reason why) {
        operators.send(new ReopenWallet(
                WalletId.of(new MemberId(member)), why.reason(), SignedIn.nameOr(why.by()), clock.instant()));
    }

    /**
     * @param key the sender's own: the same one is one lot of the member, however often it is sent
     * @param expiresAt until when they can be spent
     * @param by who gives them
     */
    record Grant(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9_.-]{1,40}") String key,

            @NotNull Money amount,
            @NotNull Instant expiresAt,
            @NotBlank @Size(max = 200) String reason,
            @ByWhom @Size(max = 64) @Nullable String by) {}

    @PostMapping("/{member}/points")
    ResponseEntity<Map<String, String>> grant(@PathVariable String member, @Valid @RequestBody Grant request) {
        WalletId wallet = WalletId.of(new MemberId(member));
        PointsLotId lot = PointsLotId.of(wallet, request.key());
        operators.send(new GrantPoints(
                wallet,
                lot,
                request.amount(),
                request.expiresAt(),
                request.reason(),
                SignedIn.nameOr(request.by()),
                clock.instant()));
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/wallets/{member}/points")
                        .build(member))
                .body(Map.of("lot", lot.value()));
    }

    @PostMapping("/{member}/credits")
    ResponseEntity<Map<String, String>> credit(@PathVariable String member, @Valid @RequestBody Credit request) {
        WalletId wallet = WalletId.of(new MemberId(member));
        operators.send(
                new CreditWallet(wallet, request.creditId(), request.amount(), request.source(), clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/wallets/{member}").build(member))
                .body(Map.of("creditId", request.creditId()));
    }
}
