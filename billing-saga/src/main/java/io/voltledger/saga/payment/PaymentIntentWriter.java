package io.voltledger.saga.payment;

import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.Delays;
import io.voltledger.saga.work.WorkLoop;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Writes down what is to be done at the provider, in the transaction of the processor's token. */
@Component
@ProcessingGroup(PaymentIntentWriter.GROUP)
class PaymentIntentWriter {

    static final String GROUP = "payment-intents";

    private final PaymentIntents intents;
    private final WorkLoop paymentWork;
    private final SagaSettings settings;
    private final Clock clock;

    PaymentIntentWriter(PaymentIntents intents, WorkLoop paymentWork, SagaSettings settings, Clock clock) {
        this.intents = intents;
        this.paymentWork = paymentWork;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentRequested event) {
        intents.charge(event, clock.instant());
        wakeAfterCommit();
    }

    @EventHandler
    void on(PaymentOutcomeUnknown event) {
        Instant now = clock.instant();
        intents.query(event, now.plus(Delays.after(settings.schedules().unknown(), 1)), now);
    }

    @EventHandler
    void on(PaymentAbandoned event) {
        intents.abandon(event.payment());
    }

    @EventHandler
    void on(PaymentApprovedLate event) {
        intents.cancel(event, clock.instant());
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        CurrentUnitOfWork.ifStarted(unit -> unit.afterCommit(committed -> paymentWork.wake()));
    }
}
