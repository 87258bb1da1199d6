package io.voltledger.api.payment;

import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a payment method. */
public sealed interface PaymentMethodCommand {

    PaymentMethodId method();

    /**
     * A member's card was registered with the provider; the billing key itself stays in the payment module's vault.
     *
     * @param issuer the card's issuer as the provider names it
     * @param maskedNumber as the provider masks it
     */
    record RegisterPaymentMethod(
            @TargetAggregateIdentifier PaymentMethodId method,
            MemberId member,
            String issuer,
            String maskedNumber,
            Instant at)
            implements PaymentMethodCommand {}

    record RemovePaymentMethod(@TargetAggregateIdentifier PaymentMethodId method, Instant at)
            implements PaymentMethodCommand {}
}
