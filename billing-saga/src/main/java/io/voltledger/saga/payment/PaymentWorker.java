package io.voltledger.saga.payment;

import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.payment.PaymentIntent.Kind;
import io.voltledger.saga.payment.PaymentIntent.Refund;
import io.voltledger.saga.payment.ProviderOutcome.Approved;
import io.voltledger.saga.payment.ProviderOutcome.Cancelled;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.Misconfigured;
import io.voltledger.saga.payment.ProviderOutcome.NotFound;
import io.voltledger.saga.payment.ProviderOutcome.NotReached;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import io.voltledger.saga.work.Delays;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries intents out: claims, calls the provider outside of any transaction, reports by command, and only then marks the
 * intent done. A crash anywhere in between leads to the same call with the same idempotency key and the same report.
 */
@Component
class PaymentWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);
    private static final Duration REPORT_RETRY = Duration.ofSeconds(5);

    private final PaymentIntents intents;
    private final ProviderCalls calls;
    private final PaymentReports reports;
    private final ProviderGate gate;
    private final Incidents incidents;
    private final SagaSettings settings;
    private final SideEffects effects;
    private final Clock clock;

    PaymentWorker(
            PaymentIntents intents,
            ProviderCalls calls,
            PaymentReports reports,
            ProviderGate gate,
            Incidents incidents,
            SagaSettings settings,
            SideEffects effects,
            Clock clock) {
        this.intents = intents;
        this.calls = calls;
        this.reports = reports;
        this.gate = gate;
        this.incidents = incidents;
        this.settings = settings;
        this.effects = effects;
        this.clock = clock;
    }

    List<Runnable> claim(int room) {
        Instant now = clock.instant();
        int admitted = gate.admit(room, now);
        return admitted == 0
                ? List.of()
                : intents.claim(admitted, now, settings.worker().lease()).stream()
                        .<Runnable>map(intent -> () -> perform(intent))
                        .toList();
    }

    void perform(PaymentIntent intent) {
        ProviderOutcome outcome =
                effects.perform(intent.occasion().subject(), "provider " + intent.kind(), () -> calls.make(intent));
        if (!(outcome instanceof Misconfigured)) {
            gate.open();
        }
        try {
            switch (intent.kind()) {
                case CHARGE, QUERY -> concludeCharge(intent, outcome);
                case CANCEL -> concludeCancel(intent, outcome);
                case REFUND ->
                    concludeRefund(intent, Optional.ofNullable(intent.refund()).orElseThrow(), outcome);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The outcome of {} cannot be reported yet: {}",
                    intent.payment().value(),
                    outcome,
                    e);
            intents.again(intent, clock.instant().plus(REPORT_RETRY), "report failed: " + e);
        }
    }

    private void concludeCharge(PaymentIntent intent, ProviderOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Approved approved -> report(intent, intent.occasion().approved(approved));
            case Declined declined ->
                report(intent, intent.occasion().declined(declined.code(), declined.detail(), now));
            case Cancelled cancelled ->
                report(intent, intent.occasion().declined("CANCELED", "cancelled at the provider", now));
            case NotFound notFound ->
                report(intent, intent.occasion().declined("NOT_CHARGED", "never reached the provider", now));
            case Unknown unknown -> unknown(intent, unknown, now);
            case NotReached notReached -> technical(intent, notReached, now);
            case Misconfigured fault -> shut(intent, fault, now);
        }
    }

    private void concludeCancel(PaymentIntent intent, ProviderOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Cancelled cancelled -> report(intent, intent.occasion().cancelled(now));
            case Unknown unknown ->
                intents.again(
                        intent,
                        now.plus(Delays.after(settings.schedules().technical(), intent.attempts())),
                        unknown.cause());
            case NotReached notReached -> technical(intent, notReached, now);
            case Misconfigured fault -> shut(intent, fault, now);
            case Approved approved -> refundByHand(intent, outcome);
            case Declined declined -> refundByHand(intent, outcome);
            case NotFound notFound -> refundByHand(intent, outcome);
        }
    }

    private void concludeRefund(PaymentIntent intent, Refund refund, ProviderOutcome outcome) {
        Instant now = clock.instant();
        BillRefundsId refunds = new BillRefundsId(refund.id().bill());
        switch (outcome) {
            case Cancelled cancelled -> report(intent, new ReportRefundPart(refunds, refund.id(), refund.part(), now));
            case Unknown unknown ->
                intents.again(
                        intent,
                        now.plus(Delays.after(settings.schedules().technical(), intent.attempts())),
                        unknown.cause());
            case NotReached notReached -> technical(intent, notReached, now);
            case Misconfigured fault -> shut(intent, fault, now);
            case Declined declined -> refundFailed(intent, refund, outcome, declined.code(), declined.detail());
            case Approved approved ->
                refundFailed(intent, refund, outcome, "NOT_CANCELED", "the provider says that it is approved");
            case NotFound notFound ->
                refundFailed(intent, refund, outcome, "NOT_FOUND", "the provider does not know the payment");
        }
    }

    private void refundFailed(
            PaymentIntent intent, Refund refund, ProviderOutcome outcome, String code, String detail) {
        BillRefundsId refunds = new BillRefundsId(refund.id().bill());
        send(intent, new ReportRefundPartFailed(refunds, refund.id(), refund.part(), code, detail, clock.instant()));
        refundByHand(intent, outcome);
    }

    private void report(PaymentIntent intent, Object command) {
        send(intent, command);
        done(intent);
    }

    private void send(PaymentIntent intent, Object command) {
        effects.perform(
                intent.occasion().subject(),
                "report " + command.getClass().getSimpleName(),
                () -> reports.send(command));
    }

    private void done(PaymentIntent intent) {
        effects.perform(intent.occasion().subject(), "done " + intent.kind(), () -> intents.done(intent));
    }

    private void unknown(PaymentIntent intent, Unknown unknown, Instant now) {
        send(intent, intent.occasion().unknown(unknown.cause(), now));
        if (intent.kind() == Kind.CHARGE) {
            // Also where the payment took no notice, for it was abandoned meanwhile: money may have moved.
            intents.query(
                    intent.payment(), now.plus(Delays.after(settings.schedules().unknown(), 1)), now);
            done(intent);
        } else {
            intents.again(
                    intent,
                    now.plus(Delays.after(settings.schedules().unknown(), intent.attempts() + 1)),
                    unknown.cause());
        }
    }

    private void technical(PaymentIntent intent, NotReached notReached, Instant now) {
        LOG.warn(
                "The payment provider cannot be reached for {}: {}",
                intent.payment().value(),
                notReached.cause());
        intents.again(
                intent,
                now.plus(Delays.after(settings.schedules().technical(), intent.attempts())),
                notReached.cause());
    }

    private void shut(PaymentIntent intent, Misconfigured fault, Instant now) {
        LOG.error(
                "The payment provider refuses our key ({}: {}); payments wait until it is mended",
                fault.code(),
                fault.detail());
        Instant tryAt = now.plus(settings.schedules().configurationFault());
        gate.shut(fault.code(), fault.detail(), now, tryAt);
        intents.again(intent, tryAt, fault.code());
    }

    private void refundByHand(PaymentIntent intent, ProviderOutcome outcome) {
        LOG.error("Money of {} must be given back by hand: {}", intent.payment().value(), outcome);
        incidents.report(intent.payment().value(), "refund-by-hand", outcome.toString());
        intents.stopped(intent, outcome.toString());
    }
}
