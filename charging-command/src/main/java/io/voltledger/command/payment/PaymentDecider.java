package io.voltledger.command.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.PaymentCommand;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.ApprovePaymentSettlement;
import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.DeclinePayment;
import io.voltledger.api.payment.PaymentCommand.RecordChargeback;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.ReportUnknownOutcome;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentCommand.SettlePayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.command.Decision;
import io.voltledger.command.payment.PaymentFacts.Stage;
import java.util.Map;

/**
 * The rules of a payment attempt: the first final report counts, any may be repeated, and money that moved for an attempt
 * that was given up or declined is never lost from sight.
 */
final class PaymentDecider {

    private PaymentDecider() {}

    static Decision<PaymentEvent> decide(PaymentCommand command, PaymentFacts facts) {
        if (command instanceof RequestPayment request) {
            return facts.requested() == null ? Decision.of(requested(request)) : Decision.nothing();
        }
        PaymentRequested attempt = facts.requested();
        if (attempt == null) {
            return Decision.notFound("payment " + command.payment().value());
        }
        return switch (command) {
            case RequestPayment repeated -> Decision.nothing();
            case ConfirmPayment confirm -> confirm(confirm, attempt, facts.stage());
            case DeclinePayment decline ->
                isOpen(facts.stage()) ? Decision.of(declined(decline, attempt)) : Decision.nothing();
            case ReportUnknownOutcome report ->
                facts.stage() == Stage.REQUESTED
                        ? Decision.of(new PaymentOutcomeUnknown(
                                report.payment(), attempt.bill(), attempt.order(), report.cause(), report.at()))
                        : Decision.nothing();
            case AbandonPayment abandon ->
                isOpen(facts.stage())
                        ? Decision.of(new PaymentAbandoned(
                                abandon.payment(), attempt.bill(), attempt.order(), abandon.reason(), abandon.at()))
                        : Decision.nothing();
            case SettlePayment settle -> PaymentSettling.decide(settle, facts, Map.of());
            case ApprovePaymentSettlement approve -> PaymentSettling.decide(approve, facts);
            case RecordChargeback chargeback -> chargeback(chargeback, attempt, facts);
            case ReportPaymentCancelled cancelled ->
                isTaken(facts.stage())
                        ? Decision.of(new PaymentCancelled(
                                cancelled.payment(), attempt.bill(), attempt.amount(), cancelled.at()))
                        : Decision.nothing();
        };
    }

    private static Decision<PaymentEvent> confirm(ConfirmPayment command, PaymentRequested attempt, Stage stage) {
        return switch (stage) {
            case REQUESTED, UNKNOWN ->
                Decision.of(new PaymentApproved(
                        command.payment(),
                        attempt.bill(),
                        attempt.session(),
                        attempt.member(),
                        attempt.amount(),
                        command.providerKey(),
                        command.approvedAt()));
            case ABANDONED, DECLINED ->
                Decision.of(new PaymentApprovedLate(
                        command.payment(),
                        attempt.bill(),
                        attempt.amount(),
                        command.providerKey(),
                        command.approvedAt()));
            case APPROVED, APPROVED_LATE, CANCELLED, SETTLED -> Decision.nothing();
        };
    }

    private static Decision<PaymentEvent> chargeback(
            RecordChargeback command, PaymentRequested attempt, PaymentFacts facts) {
        if (facts.chargebacks().containsKey(command.reference())) {
            return Decision.nothing();
        }
        if (facts.stage() != Stage.APPROVED) {
            return Decision.refused("payment-not-taken", "The payment is " + facts.stage());
        }
        long left = attempt.amount().amount()
                - facts.chargebacks().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        Money amount =
                command.amount() == null ? new Money(left, attempt.amount().currency()) : command.amount();
        if (!amount.currency().equals(attempt.amount().currency())) {
            return Decision.refused(
                    "currency-mismatch", "The payment is in " + attempt.amount().currency());
        }
        if (!amount.isPositive() || amount.amount() > left) {
            return Decision.refused("chargeback-exceeds-payment", left + " of the payment can be taken back");
        }
        return Decision.of(new PaymentChargedBack(
                command.payment(),
                attempt.bill(),
                attempt.member(),
                command.reference(),
                amount,
                command.reason(),
                command.recordedBy(),
                command.at()));
    }

    private static boolean isOpen(Stage stage) {
        return stage == Stage.REQUESTED || stage == Stage.UNKNOWN;
    }

    private static boolean isTaken(Stage stage) {
        return stage == Stage.APPROVED || stage == Stage.APPROVED_LATE;
    }

    private static PaymentEvent requested(RequestPayment command) {
        return new PaymentRequested(
                command.payment(),
                command.bill(),
                command.session(),
                command.member(),
                command.method(),
                command.amount(),
                command.attempt(),
                command.order(),
                command.at());
    }

    private static PaymentEvent declined(DeclinePayment command, PaymentRequested attempt) {
        return new PaymentDeclined(
                command.payment(),
                attempt.bill(),
                attempt.session(),
                attempt.member(),
                attempt.amount(),
                attempt.attempt(),
                command.code(),
                command.detail(),
                command.at());
    }

    static PaymentFacts evolve(PaymentFacts facts, PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested -> new PaymentFacts(requested, Stage.REQUESTED, facts.chargebacks(), null);
            case PaymentApproved approved -> facts.in(Stage.APPROVED);
            case PaymentDeclined declined -> facts.in(Stage.DECLINED);
            case PaymentOutcomeUnknown unknown -> facts.in(Stage.UNKNOWN);
            case PaymentAbandoned abandoned -> facts.in(Stage.ABANDONED);
            case PaymentApprovedLate late -> facts.in(Stage.APPROVED_LATE);
            case PaymentChargedBack taken ->
                facts.chargedBack(taken.reference(), taken.amount().amount());
            case PaymentCancelled cancelled -> facts.in(Stage.CANCELLED);
            case PaymentSettlementProposed proposed -> facts.proposing(proposed.settlement());
            case PaymentSettled settled -> facts.in(Stage.SETTLED);
        };
    }
}
