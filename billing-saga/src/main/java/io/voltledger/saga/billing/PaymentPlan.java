package io.voltledger.saga.billing;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.saga.billing.PaymentProcess.Phase;
import io.voltledger.saga.billing.Step.Wait;
import java.util.Optional;

/**
 * How a stopped session becomes a paid bill. The bill is opened; each attempt holds what the wallet has, charges the
 * rest to the card, and settles both together once the card is approved. A declined attempt gives the hold back and is
 * tried again by schedule; after the last the bill is overdue, and dunned until it is paid. What the wallet does not give
 * after all is asked for anew. An outcome that stays unknown is abandoned in the end. Facts that are late or doubled change nothing, and every command may be sent
 * twice, for its identifiers follow from bill and attempt.
 */
final class PaymentPlan {

    static final String COMMAND_REFUSED = "command-refused";

    private static final String EXPIRED = "hold-expired";

    private final PaymentSchedules schedules;
    private final AttemptPlan attempts;
    private final DunningPlan dunning;
    private final BillPlan bills;

    PaymentPlan(PaymentSchedules schedules) {
        this.schedules = schedules;
        this.attempts = new AttemptPlan(schedules);
        this.dunning = new DunningPlan(schedules);
        this.bills = new BillPlan(schedules, attempts, dunning);
    }

    /** What a fact leads to; what is no fact is a command that was refused before and is to be sent again. */
    Decision next(PaymentProcess process, Object message, Circumstances given) {
        return switch (message) {
            case SessionStopped stopped -> bills.begin(stopped, given);
            case BillEvent event -> bills.on(process, event, given);
            case FundsHeld event -> on(process, event, given);
            case HoldRefused event -> on(process, event, given);
            case HoldExpired event -> on(process, event);
            case PaymentEvent event -> on(process, event, given);
            case PaymentMethodRegistered event -> attempts.tryNow(process, given.now());
            case WakeUpCall call -> wakeUp(process, call.reason(), call.attempt(), given);
            default -> Decision.of(process, new Step.Send(message));
        };
    }

    Decision on(PaymentProcess process, FundsHeld event, Circumstances given) {
        return holdingBy(process, event.hold())
                .flatMap(attempt ->
                        attempt.owed().map(debt -> attempts.charge(attempt.holding(event.amount()), debt, given)))
                .orElseGet(() -> Decision.unchanged(process));
    }

    Decision on(PaymentProcess process, HoldRefused event, Circumstances given) {
        return holdingBy(process, event.hold())
                .map(attempt -> attempts.chargeWhole(attempt, given))
                .orElseGet(() -> Decision.unchanged(process));
    }

    /** The card has been asked for its share only: what the wallet no longer gives is asked for once that is settled. */
    private static Decision on(PaymentProcess process, HoldExpired event) {
        return process.isInFlight() && event.hold().equals(process.hold())
                ? Decision.of(process.holding(null))
                : Decision.unchanged(process);
    }

    /**
     * The attempt that a hold belongs to: the one under way, or the next one, where the wake-up that began it died before its
     * state was kept. The wake-up comes again, but what its hold led to has come by then and does not.
     */
    private static Optional<PaymentProcess> holdingBy(PaymentProcess process, HoldId hold) {
        PaymentProcess attempt = process.isIdle() ? process.nextAttempt(false) : process;
        return attempt.phase() == Phase.HOLDING && hold.equals(attempt.hold())
                ? Optional.of(attempt)
                : Optional.empty();
    }

    Decision on(PaymentProcess process, PaymentEvent event, Circumstances given) {
        if (!process.isChargingFor(event.payment())) {
            return Decision.unchanged(process);
        }
        return switch (event) {
            case PaymentApproved approved -> attempts.settle(process, approved, given.now());
            case PaymentEvent.PaymentDeclined declined -> attempts.failed(process, given.now());
            case PaymentEvent.PaymentAbandoned abandoned -> attempts.failed(process, given.now());
            case PaymentEvent.PaymentOutcomeUnknown unknown -> attempts.unknown(process);
            case PaymentEvent.PaymentRequested requested -> Decision.unchanged(process);
            // The intent to cancel is written beside the process, which may have ended long ago.
            case PaymentEvent.PaymentApprovedLate late -> Decision.unchanged(process);
            case PaymentEvent.PaymentCancelled cancelled -> Decision.unchanged(process);
            case PaymentEvent.PaymentSettlementProposed proposed -> Decision.unchanged(process);
            case PaymentEvent.PaymentSettled settled -> Decision.unchanged(process);
            case PaymentEvent.PaymentChargedBack taken -> Decision.unchanged(process);
        };
    }

    Decision wakeUp(PaymentProcess process, Wait reason, int attempt, Circumstances given) {
        if (reason == Wait.RESTRICT || reason == Wait.SUSPEND) {
            return dunning.due(process, reason, given.now());
        }
        if (attempt != process.attempt()) {
            // One that comes again for the attempt that it began is watched over like any other.
            return reason == Wait.RETRY && attempt == process.attempt() - 1
                    ? Decision.of(process, schedules.stall(process))
                    : Decision.unchanged(process);
        }
        return switch (reason) {
            case RETRY ->
                process.phase() == Phase.WAITING
                        ? attempts.begin(process, false, given.now())
                        : Decision.unchanged(process);
            case ABANDON ->
                process.phase() == Phase.UNKNOWN
                        ? Decision.of(
                                process,
                                new Step.Send(new AbandonPayment(
                                        process.payment(), "unknown for " + schedules.abandonAfter(), given.now())))
                        : Decision.unchanged(process);
            case STALL -> stalled(process);
            case RESTRICT, SUSPEND -> Decision.unchanged(process);
        };
    }

    /** A command was refused: what the process can go on without, it goes on without; of the rest operators are told. */
    Decision refused(PaymentProcess process, Object command, Rejection rejection, Circumstances given) {
        String detail = command.getClass().getSimpleName() + ": " + rejection.code() + ": " + rejection.detail();
        if (command instanceof CaptureHold && process.phase() == Phase.SETTLING) {
            // Never to be sent again: what the wallet does not give is asked for anew.
            Decision anew = attempts.begin(process.holding(null), false, given.now());
            return rejection.code().equals(EXPIRED) ? anew : anew.after(new Step.Report(COMMAND_REFUSED, detail, null));
        }
        Decision next = command instanceof HoldFunds && process.phase() == Phase.HOLDING
                ? attempts.chargeWhole(process, given)
                : Decision.unchanged(process);
        return next.after(new Step.Report(COMMAND_REFUSED, detail, command));
    }

    private Decision stalled(PaymentProcess process) {
        return switch (process.phase()) {
            case OPENING, HOLDING, CHARGING, SETTLING ->
                Decision.of(
                        process,
                        new Step.Report("payment-stalled", "no answer while " + process.phase(), null),
                        schedules.stall(process));
            case PARKED, UNKNOWN, WAITING, OVERDUE -> Decision.unchanged(process);
        };
    }
}
