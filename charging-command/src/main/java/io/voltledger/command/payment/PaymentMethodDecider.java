package io.voltledger.command.payment;

import io.voltledger.api.Rejection;
import io.voltledger.api.payment.PaymentMethodCommand.RegisterPaymentMethod;
import io.voltledger.api.payment.PaymentMethodCommand.RemovePaymentMethod;
import io.voltledger.api.payment.PaymentMethodEvent;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRemoved;
import io.voltledger.command.Decision;

/** The rules of a payment method: one registration, one removal. */
final class PaymentMethodDecider {

    private PaymentMethodDecider() {}

    static Decision<PaymentMethodEvent> decide(RegisterPaymentMethod command, PaymentMethodFacts facts) {
        PaymentMethodRegistered registered = facts.registered();
        if (registered == null) {
            return Decision.of(new PaymentMethodRegistered(
                    command.method(), command.member(), command.issuer(), command.maskedNumber(), command.at()));
        }
        boolean same = !facts.removed()
                && registered.member().equals(command.member())
                && registered.issuer().equals(command.issuer())
                && registered.maskedNumber().equals(command.maskedNumber());
        return same
                ? Decision.nothing()
                : Decision.refused(
                        Rejection.ALREADY_EXISTS,
                        "Payment method " + command.method().value() + " is registered with other content or removed");
    }

    static Decision<PaymentMethodEvent> decide(RemovePaymentMethod command, PaymentMethodFacts facts) {
        PaymentMethodRegistered registered = facts.registered();
        if (registered == null) {
            return Decision.notFound("payment method " + command.method().value());
        }
        return facts.removed()
                ? Decision.nothing()
                : Decision.of(new PaymentMethodRemoved(command.method(), registered.member(), command.at()));
    }

    static PaymentMethodFacts evolve(PaymentMethodFacts facts, PaymentMethodEvent event) {
        return switch (event) {
            case PaymentMethodRegistered registered -> new PaymentMethodFacts(registered, false);
            case PaymentMethodRemoved removed -> new PaymentMethodFacts(facts.registered(), true);
        };
    }
}
