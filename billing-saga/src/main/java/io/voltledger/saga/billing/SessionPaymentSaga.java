package io.voltledger.saga.billing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * One session's way to its paid bill. It begins when the session has stopped and ends when the bill is paid; in between
 * it follows {@link PaymentPlan}. Money that must go back after it ended is the payment intents' concern. Public only
 * because the framework makes it.
 */
@Saga
@ProcessingGroup(SessionPaymentSaga.GROUP)
public class SessionPaymentSaga {

    static final String GROUP = "session-payment";
    static final String WAKE_UP = "session-payment";

    @JsonProperty
    private @Nullable PaymentProcess process;

    @StartSaga
    @SagaEventHandler(associationProperty = "session")
    void on(SessionStopped event, PaymentSteps steps, DeadlineManager deadlines) {
        if (process != null) {
            return;
        }
        process = PaymentProcess.of(event.session(), BillId.of(event.session()));
        SagaLifecycle.associateWith("bill", process.bill().toString());
        handle(event, steps, deadlines);
    }

    /** What a correction found missing is a bill of its own, and paid like any other. */
    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = "supplement")
    void on(SupplementIssued event, PaymentSteps steps, DeadlineManager deadlines) {
        if (process != null) {
            return;
        }
        process = PaymentProcess.of(event.session(), event.supplement());
        SagaLifecycle.associateWith("bill", process.bill().toString());
        handle(event, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = "bill")
    void on(BillEvent event, PaymentSteps steps, DeadlineManager deadlines) {
        if (event instanceof BillEvent.BillOpened opened) {
            SagaLifecycle.associateWith("member", opened.member().toString());
        }
        handle(event, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = "bill")
    void on(FundsHeld event, PaymentSteps steps, DeadlineManager deadlines) {
        handle(event, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = "bill")
    void on(HoldRefused event, PaymentSteps steps, DeadlineManager deadlines) {
        handle(event, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = "bill")
    void on(HoldExpired event, PaymentSteps steps, DeadlineManager deadlines) {
        handle(event, steps, deadlines);
    }

    @SagaEventHandler(associationProperty = "bill")
    void on(PaymentEvent event, PaymentSteps steps, DeadlineManager deadlines) {
        handle(event, steps, deadlines);
    }

    /** A new card is tried at once where a payment waits for one. */
    @SagaEventHandler(associationProperty = "member")
    void on(PaymentMethodRegistered event, PaymentSteps steps, DeadlineManager deadlines) {
        handle(event, steps, deadlines);
    }

    /** An operator has what was set aside tried again. */
    @SagaEventHandler(associationProperty = "bill")
    void on(DeadLetterRedriven event, PaymentSteps steps, DeadlineManager deadlines) {
        steps.setAside(event).ifPresent(message -> handle(message, steps, deadlines));
    }

    @DeadlineHandler(deadlineName = WAKE_UP)
    void on(WakeUpCall call, PaymentSteps steps, DeadlineManager deadlines) {
        handle(call, steps, deadlines);
    }

    private void handle(Object message, PaymentSteps steps, DeadlineManager deadlines) {
        if (process != null) {
            process = steps.proceed(
                    process,
                    message,
                    deadlines,
                    (current, given) -> steps.plan().next(current, message, given));
        }
    }
}
