package io.voltledger.saga.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.billing.PaymentProcess.Debt;
import io.voltledger.saga.billing.PaymentProcess.Phase;
import io.voltledger.saga.billing.Step.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One attempt at a bill: the wallet holds what it has, the card is charged for the rest, and both are settled once it is
 * approved; or the hold is given back.
 */
final class AttemptPlan {

    private final PaymentSchedules schedules;

    AttemptPlan(PaymentSchedules schedules) {
        this.schedules = schedules;
    }

    /**
     * Asks the wallet first.
     *
     * @param asked whether somebody asked for it, so that its failure does not use up the schedule
     */
    Decision begin(PaymentProcess process, boolean asked, Instant now) {
        PaymentProcess next = process.nextAttempt(asked);
        return process.owed()
                .map(debt -> Decision.of(
                        next,
                        new Step.Send(new HoldFunds(
                                WalletId.of(debt.member()), next.hold(), next.bill(), debt.amount(), now)),
                        schedules.stall(next)))
                .orElseGet(() -> Decision.unchanged(process));
    }

    /** Somebody asks to pay now, or has just registered a card. */
    Decision tryNow(PaymentProcess process, Instant now) {
        return process.isIdle() ? begin(process, true, now) : Decision.unchanged(process);
    }

    /** The wallet gives nothing. */
    Decision chargeWhole(PaymentProcess process, Circumstances given) {
        return process.owed()
                .map(debt -> charge(process.holding(null), debt, given))
                .orElseGet(() -> Decision.unchanged(process));
    }

    /** The card gives what the wallet does not. */
    Decision charge(PaymentProcess process, Debt debt, Circumstances given) {
        if (process.isSettled()) {
            return Decision.of(process, giveBackAndThen(process, given.now(), new Step.End()));
        }
        Money rest = process.inHold().map(debt.amount()::minus).orElse(debt.amount());
        if (!rest.isPositive()) {
            PaymentProcess settling = process.in(Phase.SETTLING);
            return new Decision(settling, capture(settling, given.now()));
        }
        RequestPayment request = new RequestPayment(
                process.payment(),
                process.bill(),
                process.session(),
                debt.member(),
                given.method(),
                rest,
                process.attempt(),
                OrderId.standingFor(process.payment().value()),
                given.now());
        return Decision.of(process.in(Phase.CHARGING), new Step.Send(request));
    }

    /** What the card brought is booked whatever the bill asks for by now; the wallet gives what is owed beyond it. */
    Decision settle(PaymentProcess process, PaymentApproved approved, Instant now) {
        Step book = new Step.Send(new ApplyPayment(
                process.bill(), PaymentSource.CARD, approved.payment().value(), approved.amount(), now));
        if (process.isSettled()) {
            return Decision.of(process, giveBackAndThen(process, now, book, new Step.End()));
        }
        Money left = process.owed().map(Debt::amount).orElse(approved.amount()).minus(approved.amount());
        PaymentProcess settling = process.in(Phase.SETTLING);
        if (!left.isPositive()) {
            return Decision.of(settling, giveBackAndThen(process, now, book));
        }
        PaymentProcess owing = settling.owing(left);
        if (process.held() == null) {
            return begin(owing, false, now).after(book);
        }
        List<Step> steps = new ArrayList<>(capture(owing, now));
        steps.add(book);
        return new Decision(owing, steps);
    }

    /** Only what the wallet really gave is booked. */
    private static List<Step> capture(PaymentProcess process, Instant now) {
        Debt debt = process.debt();
        Money held = process.held();
        return debt == null || held == null
                ? List.of()
                : List.of(new Step.Send(
                        new CaptureHold(WalletId.of(debt.member()), process.hold(), now),
                        List.of(new Step.Send(new ApplyPayment(
                                process.bill(),
                                PaymentSource.WALLET,
                                process.hold().value(),
                                held,
                                now)))));
    }

    private static Step[] giveBackAndThen(PaymentProcess process, Instant now, Step... then) {
        return Stream.concat(release(process, now).stream(), Stream.of(then)).toArray(Step[]::new);
    }

    private static List<Step> release(PaymentProcess process, Instant now) {
        Debt debt = process.debt();
        return debt == null || process.held() == null
                ? List.of()
                : List.of(new Step.Send(new ReleaseHold(WalletId.of(debt.member()), process.hold(), now)));
    }

    /** What the wallet holds is given back; by schedule the card is tried again. */
    Decision failed(PaymentProcess process, Instant now) {
        List<Step> steps = new ArrayList<>(release(process, now));
        PaymentProcess released = process.holding(null);
        if (released.isSettled()) {
            steps.add(new Step.End());
            return new Decision(released, steps);
        }
        if (released.overdue()) {
            return new Decision(released.in(Phase.OVERDUE), steps);
        }
        int used = released.onDemand() ? Math.max(released.retries() - 1, 0) : released.retries();
        if (used >= schedules.declined().size()) {
            steps.add(new Step.Send(new MarkBillOverdue(released.bill(), now)));
            return new Decision(released.markedOverdue(), steps);
        }
        Duration delay = schedules.declined().get(used);
        steps.add(new Step.WakeUp(Wait.RETRY, released.attempt(), delay));
        return new Decision(released.in(Phase.WAITING).withRetries(used + 1), steps);
    }

    Decision unknown(PaymentProcess process) {
        return process.phase() == Phase.UNKNOWN
                ? Decision.unchanged(process)
                : Decision.of(
                        process.in(Phase.UNKNOWN),
                        new Step.WakeUp(Wait.ABANDON, process.attempt(), schedules.abandonAfter()));
    }
}
