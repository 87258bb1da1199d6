package io.voltledger.command.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.PaymentCommand.ApprovePaymentSettlement;
import io.voltledger.api.payment.PaymentCommand.SettlePayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.command.Decision;
import io.voltledger.command.payment.PaymentFacts.Stage;
import java.time.Instant;
import java.util.Map;

/** The rules of settling by hand: only what came too late, once, and by two persons where it is much. */
final class PaymentSettling {

    private static final String POLICY = "policy";

    private PaymentSettling() {}

    /** @param withoutApproval what one person may give back, in minor units by currency; nothing in others */
    static Decision<PaymentEvent> decide(SettlePayment command, PaymentFacts facts, Map<String, Long> withoutApproval) {
        PaymentRequested attempt = facts.requested();
        if (attempt == null) {
            return Decision.notFound("payment " + command.payment().value());
        }
        if (facts.stage() == Stage.SETTLED || command.settlement().equals(facts.proposed())) {
            return Decision.nothing();
        }
        if (facts.stage() != Stage.APPROVED_LATE) {
            return Decision.refused("payment-not-late", "The payment is " + facts.stage());
        }
        PaymentSettlementProposed proposed = new PaymentSettlementProposed(
                command.payment(), attempt.bill(), attempt.amount(), command.settlement(), command.at());
        return needsApproval(attempt.amount(), withoutApproval)
                ? Decision.of(proposed)
                : Decision.of(proposed, settled(attempt, command.settlement(), POLICY, command.at()));
    }

    static Decision<PaymentEvent> decide(ApprovePaymentSettlement command, PaymentFacts facts) {
        PaymentRequested attempt = facts.requested();
        if (attempt == null) {
            return Decision.notFound("payment " + command.payment().value());
        }
        HandSettlement proposed = facts.proposed();
        if (facts.stage() == Stage.SETTLED) {
            return Decision.nothing();
        }
        if (facts.stage() != Stage.APPROVED_LATE || proposed == null) {
            return Decision.refused("nothing-proposed", "No settlement of the payment waits for approval");
        }
        return command.approvedBy().equals(proposed.settledBy())
                ? Decision.refused("same-person", "Who settled a payment does not approve it")
                : Decision.of(settled(attempt, proposed, command.approvedBy(), command.at()));
    }

    private static boolean needsApproval(Money amount, Map<String, Long> withoutApproval) {
        return amount.amount() > withoutApproval.getOrDefault(amount.currency().getCurrencyCode(), 0L);
    }

    private static PaymentEvent settled(
            PaymentRequested attempt, HandSettlement settlement, String approvedBy, Instant at) {
        return new PaymentSettled(attempt.payment(), attempt.bill(), attempt.amount(), settlement, approvedBy, at);
    }
}
