package io.voltledger.api.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.PaymentSource;
import org.jspecify.annotations.Nullable;

/**
 * What goes back the way it came.
 *
 * @param reference the payment or hold that brought it
 * @param providerKey the provider's own id of the payment; absent for what came from the wallet
 */
public record RefundPart(
        PaymentSource source, String reference, @Nullable String providerKey, Money amount) {}
