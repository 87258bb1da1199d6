package io.voltledger.api.payment;

import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a payment method. */
public sealed interface PaymentMethodEvent {

    PaymentMethodId method();

    @Revision("1")
    record PaymentMethodRegistered(
            PaymentMethodId method, MemberId member, String issuer, String maskedNumber, Instant registeredAt)
            implements PaymentMethodEvent {}

    @Revision("1")
    record PaymentMethodRemoved(PaymentMethodId method, MemberId member, Instant removedAt)
            implements PaymentMethodEvent {}
}
