package io.voltledger.command.payment;

import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payment method.
 *
 * @param registered absent before it is
 */
record PaymentMethodFacts(@Nullable PaymentMethodRegistered registered, boolean removed) {

    static final PaymentMethodFacts NONE = new PaymentMethodFacts(null, false);
}
