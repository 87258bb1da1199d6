package io.voltledger.command.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.ProviderCallCommand.HoldCallsBack;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand.ApproveRefund;
import io.voltledger.api.refund.RefundCommand.ApproveRefundSettlement;
import io.voltledger.api.refund.RefundCommand.RejectRefund;
import io.voltledger.api.refund.RefundCommand.RequestRefund;
import io.voltledger.api.refund.RefundCommand.SettleRefundPart;
import io.voltledger.api.refund.RefundId;
import io.voltledger.command.Operators;
import io.voltledger.runtime.operator.ByWhom;
import io.voltledger.runtime.operator.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
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

/** What operators ask of refunds. */
@RestController
@RequestMapping("/api")
class RefundCommandController {

    private final Operators operators;
    private final Clock clock;

    RefundCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * @param key the sender's own: the same one is one refund of the bill, however often it is sent
     * @param amount absent means all that is left
     * @param by who asks
     */
    record NewRefund(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9_.-]{1,30}") String key,

            @Nullable Money amount,
            @NotBlank @Size(max = 500) String reason,
            @ByWhom @Size(max = 64) @Nullable String by) {}

    record Approval(@ByWhom @Size(max = 64) @Nullable String by) {}

    /**
     * How money went back by hand.
     *
     * @param reference the provider's or the bank's own
     * @param by who says so
     */
    record Settlement(
            @NotNull HandSettlement.Way way,
            @NotBlank @Size(max = 64) String reference,
            @NotBlank @Size(max = 500) String reason,
            @ByWhom @Size(max = 64) @Nullable String by) {

        HandSettlement said() {
            return new HandSettlement(way, reference, reason, SignedIn.nameOr(by));
        }
    }

    record Refusal(
            @ByWhom @Size(max = 64) @Nullable String by,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/bills/{bill}/refunds")
    ResponseEntity<Map<String, String>> request(@PathVariable String bill, @Valid @RequestBody NewRefund request) {
        BillId of = new BillId(bill);
        RefundId refund = RefundId.of(of, request.key());
        operators.send(new RequestRefund(
                new BillRefundsId(of),
                refund,
                of,
                request.amount(),
                request.reason(),
                SignedIn.nameOr(request.by()),
                clock.instant()));
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/refunds/{id}").build(refund.value()))
                .body(Map.of("id", refund.value()));
    }

    @PostMapping("/refunds/{id}/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> approve(@PathVariable String id, @Valid @RequestBody Approval approval) {
        RefundId refund = new RefundId(id);
        operators.send(new ApproveRefund(
                new BillRefundsId(refund.bill()), refund, SignedIn.nameOr(approval.by()), clock.instant()));
        return Map.of("id", refund.value());
    }

    @PostMapping("/refunds/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable String id, @Valid @RequestBody Refusal refusal) {
        RefundId refund = new RefundId(id);
        operators.send(new RejectRefund(
                new BillRefundsId(refund.bill()),
                refund,
                SignedIn.nameOr(refusal.by()),
                refusal.reason(),
                clock.instant()));
    }

    /** The part that is due went back by hand; above a limit a second person approves it. */
    @PostMapping("/refunds/{id}/parts/{part}/settlement")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> settle(
            @PathVariable String id, @PathVariable int part, @Valid @RequestBody Settlement settlement) {
        RefundId refund = new RefundId(id);
        operators.send(new HoldCallsBack(refund.value()));
        operators.send(new SettleRefundPart(
                new BillRefundsId(refund.bill()), refund, part, settlement.said(), clock.instant()));
        return Map.of("id", refund.value());
    }

    @PostMapping("/refunds/{id}/settlement/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> approveSettlement(@PathVariable String id, @Valid @RequestBody Approval approval) {
        RefundId refund = new RefundId(id);
        operators.send(new HoldCallsBack(refund.value()));
        operators.send(new ApproveRefundSettlement(
                new BillRefundsId(refund.bill()), refund, SignedIn.nameOr(approval.by()), clock.instant()));
        return Map.of("id", refund.value());
    }
}
