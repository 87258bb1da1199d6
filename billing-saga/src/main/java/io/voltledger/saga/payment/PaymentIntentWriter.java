package io.voltledger.saga.payment;

import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.topup.TopUpEvent.TopUpOutcomeUnknown;
import io.voltledger.api.topup.TopUpEvent.TopUpRefused;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.billing.PaymentMethods;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.payment.PaymentIntent.Kind;
import io.voltledger.saga.payment.PaymentIntent.Refund;
import io.voltledger.saga.work.Delays;
import io.voltledger.saga.work.SideEffects;
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
    private final PaymentMethods methods;
    private final WorkLoop paymentWork;
    private final SagaSettings settings;
    private final Incidents incidents;
    private final SetAside setAside;
    private final SideEffects effects;
    private final Clock clock;

    PaymentIntentWriter(
            PaymentIntents intents,
            PaymentMethods methods,
            WorkLoop paymentWork,
            SagaSettings settings,
            Incidents incidents,
            SetAside setAside,
            SideEffects effects,
            Clock clock) {
        this.intents = intents;
        this.methods = methods;
        this.paymentWork = paymentWork;
        this.settings = settings;
        this.incidents = incidents;
        this.setAside = setAside;
        this.effects = effects;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentRequested event) {
        write(event, "CHARGE", () -> intents.charge(event, clock.instant()));
        wakeAfterCommit();
    }

    @EventHandler
    void on(PaymentOutcomeUnknown event) {
        Instant now = clock.instant();
        Instant askAt = now.plus(Delays.after(settings.schedules().unknown(), 1));
        write(event, "QUERY", () -> intents.query(event.payment(), askAt, now));
    }

    @EventHandler
    void on(PaymentAbandoned event) {
        write(event, "ABANDON", () -> intents.abandon(event.payment()));
    }

    @EventHandler
    void on(PaymentApprovedLate event) {
        write(event, "CANCEL", () -> intents.cancel(event.payment(), event.providerKey(), clock.instant()));
        wakeAfterCommit();
    }

    @EventHandler
    void on(TopUpRequested event) {
        PaymentMethodId method = methods.of(event.member()).orElse(null);
        write(event, "CHARGE", () -> intents.charge(event, method, clock.instant()));
        wakeAfterCommit();
    }

    @EventHandler
    void on(TopUpOutcomeUnknown event) {
        Instant now = clock.instant();
        Instant askAt = now.plus(Delays.after(settings.schedules().unknown(), 1));
        write(event, "QUERY", () -> intents.query(PaymentIntents.subject(event.topUp()), askAt, now));
    }

    @EventHandler
    void on(TopUpRefused event) {
        write(
                event,
                "CANCEL",
                () -> intents.cancel(PaymentIntents.subject(event.topUp()), event.providerKey(), clock.instant()));
        wakeAfterCommit();
    }

    @EventHandler
    void on(RefundPartDue event) {
        if (event.what().source() == PaymentSource.CARD) {
            effects.perform(event.bill().value(), "intent REFUND", () -> intents.refund(event, clock.instant()));
            wakeAfterCommit();
        }
    }

    @EventHandler
    void on(PaymentSettled event) {
        write(event, "WITHDRAW", () -> {
            intents.withdraw(event.payment(), Kind.CANCEL);
            incidents.withdraw(
                    GROUP,
                    event.bill(),
                    fact -> fact instanceof PaymentApprovedLate late
                            && late.payment().equals(event.payment()));
        });
    }

    @EventHandler
    void on(RefundPartSettled event) {
        Refund refund = new Refund(event.refund(), event.part());
        effects.perform(event.bill().value(), "intent WITHDRAW", () -> {
            intents.withdraw(refund.subject(), Kind.REFUND);
            incidents.withdraw(GROUP, event.bill(), fact -> fact instanceof RefundPartDue due && refund.isOf(due));
        });
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(this::again);
    }

    private void again(Object fact) {
        switch (fact) {
            case PaymentRequested requested -> on(requested);
            case PaymentOutcomeUnknown unknown -> on(unknown);
            case PaymentAbandoned abandoned -> on(abandoned);
            case PaymentApprovedLate late -> on(late);
            case TopUpRequested requested -> on(requested);
            case TopUpOutcomeUnknown unknown -> on(unknown);
            case TopUpRefused refused -> on(refused);
            case RefundPartDue due -> on(due);
            case PaymentSettled settled -> on(settled);
            case RefundPartSettled settled -> on(settled);
            default -> throw new IllegalArgumentException("No intent follows from " + fact);
        }
    }

    private void write(PaymentEvent event, String kind, Runnable row) {
        effects.perform(event.bill().value(), "intent " + kind, row);
    }

    private void write(TopUpEvent event, String kind, Runnable row) {
        effects.perform(event.topUp().value(), "intent " + kind, row);
    }

    private void wakeAfterCommit() {
        CurrentUnitOfWork.ifStarted(unit -> unit.afterCommit(committed -> paymentWork.wake()));
    }
}
