package io.voltledger.command.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.PaymentCommand.ApprovePaymentSettlement;
import io.voltledger.api.payment.PaymentCommand.RecordChargeback;
import io.voltledger.api.payment.PaymentCommand.SettlePayment;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.ProviderCallCommand.HoldCallsBack;
import io.voltledger.command.Operators;
import io.voltledger.runtime.operator.ByWhom;
import io.voltledger.runtime.operator.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of payments. */
@RestController
@RequestMapping("/api/payments")
class PaymentCommandController {

    private final Operators operators;
    private final Clock clock;

    PaymentCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /**
     * @param reference the bank's or provider's own: the same one is recorded once
     * @param amount absent means all of the payment
     * @param by who records it
     */
    record Chargeback(
            @NotBlank @Size(max = 64) String reference,
            @Nullable Money amount,
            @NotBlank @Size(max = 500) String reason,
            @ByWhom @Size(max = 64) @Nullable String by) {}

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

    record Approval(@ByWhom @Size(max = 64) @Nullable String by) {}

    /** What came too late went back by hand; above a limit a second person approves it. */
    @PostMapping("/{id}/settlement")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> settle(@PathVariable String id, @Valid @RequestBody Settlement settlement) {
        PaymentId payment = new PaymentId(id);
        operators.send(new HoldCallsBack(payment.value()));
        operators.send(new SettlePayment(payment, settlement.said(), clock.instant()));
        return Map.of("payment", payment.value());
    }

    @PostMapping("/{id}/settlement/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> approve(@PathVariable String id, @Valid @RequestBody Approval approval) {
        PaymentId payment = new PaymentId(id);
        operators.send(new HoldCallsBack(payment.value()));
        operators.send(new ApprovePaymentSettlement(payment, SignedIn.nameOr(approval.by()), clock.instant()));
        return Map.of("payment", payment.value());
    }

    /** The bank took the money back: in the books the member owes it again. */
    @PostMapping("/{id}/chargebacks")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> chargeback(@PathVariable String id, @Valid @RequestBody Chargeback chargeback) {
        PaymentId payment = new PaymentId(id);
        operators.send(new RecordChargeback(
                payment,
                chargeback.reference(),
                chargeback.amount(),
                chargeback.reason(),
                SignedIn.nameOr(chargeback.by()),
                clock.instant()));
        return Map.of("payment", payment.value(), "reference", chargeback.reference());
    }
}
