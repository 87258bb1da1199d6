package io.voltledger.command.payment;

import io.voltledger.api.Rejection;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodCommand.RegisterPaymentMethod;
import io.voltledger.api.payment.PaymentMethodCommand.RemovePaymentMethod;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRemoved;
import io.voltledger.api.payment.PaymentMethodId;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PaymentMethodTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final PaymentMethodId METHOD = new PaymentMethodId("pm-1");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final PaymentMethodRegistered REGISTERED =
            new PaymentMethodRegistered(METHOD, MEMBER, "BC", "4330****1234", AT);
    private static final PaymentMethodRemoved REMOVED = new PaymentMethodRemoved(METHOD, MEMBER, AT);
    private static final RegisterPaymentMethod REGISTER =
            new RegisterPaymentMethod(METHOD, MEMBER, "BC", "4330****1234", AT);

    private final AggregateTestFixture<PaymentMethod> method = new AggregateTestFixture<>(PaymentMethod.class);

    @Test
    void isRegisteredOnce() {
        method.givenNoPriorActivity().when(REGISTER).expectEvents(REGISTERED);
        method.given(REGISTERED)
                .when(REGISTER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isRemovedForGood() {
        method.given(REGISTERED).when(new RemovePaymentMethod(METHOD, AT)).expectEvents(REMOVED);
        method.given(REGISTERED, REMOVED)
                .when(new RemovePaymentMethod(METHOD, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        method.given(REGISTERED, REMOVED)
                .when(REGISTER)
                .expectExceptionDetails(new Rejection(
                        Rejection.ALREADY_EXISTS, "Payment method pm-1 is registered with other content or removed"));
    }

    @Test
    void isNotRegisteredAgainWithOtherContent() {
        Rejection differs = new Rejection(
                Rejection.ALREADY_EXISTS, "Payment method pm-1 is registered with other content or removed");
        for (RegisterPaymentMethod other : List.of(
                new RegisterPaymentMethod(METHOD, new MemberId("M2"), "BC", "4330****1234", AT),
                new RegisterPaymentMethod(METHOD, MEMBER, "KB", "4330****1234", AT),
                new RegisterPaymentMethod(METHOD, MEMBER, "BC", "4330****9999", AT))) {
            method.given(REGISTERED).when(other).expectNoEvents().expectExceptionDetails(differs);
        }
    }

    @Test
    void isNotRemovedBeforeItIsRegistered() {
        method.givenNoPriorActivity()
                .when(new RemovePaymentMethod(METHOD, AT))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no payment method pm-1"));
    }
}
