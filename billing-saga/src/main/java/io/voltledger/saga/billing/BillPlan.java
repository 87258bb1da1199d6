package io.voltledger.saga.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.OpenSupplement;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.saga.billing.PaymentProcess.Debt;
import io.voltledger.saga.billing.PaymentProcess.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a process owes: from the stopped session to its bill, what credit notes take off it, and the end when it is paid. */
final class BillPlan {

    private final PaymentSchedules schedules;
    private final AttemptPlan attempts;
    private final DunningPlan dunning;

    BillPlan(PaymentSchedules schedules, AttemptPlan attempts, DunningPlan dunning) {
        this.schedules = schedules;
        this.attempts = attempts;
        this.dunning = dunning;
    }

    Decision begin(SessionStopped stopped, Circumstances given) {
        PaymentProcess process = PaymentProcess.of(stopped.session(), BillId.of(stopped.session()));
        OpenBill open = new OpenBill(
                process.bill(),
                stopped.session(),
                stopped.authorization().member(),
                stopped.token(),
                stopped.tariff(),
                stopped.periods(),
                stopped.reviewReasons(),
                given.now());
        return Decision.of(process, new Step.Send(open), schedules.stall(process));
    }

    Decision on(PaymentProcess process, BillEvent event, Circumstances given) {
        return switch (event) {
            case BillOpened opened -> opened(process, opened, given);
            case BillEvent.BillParked parked -> Decision.of(process.in(Phase.PARKED));
            case BillEvent.PaymentApplied applied -> Decision.unchanged(process);
            case BillEvent.BillPaid paid -> paid(process, given.now());
            // What is too much goes back beside the process, which may have ended long ago.
            case BillEvent.BillOverpaid overpaid -> Decision.unchanged(process);
            case BillEvent.BillOverdue overdue -> dunning.begin(process, given.now());
            case BillEvent.BillPaymentRequested requested -> attempts.tryNow(process, given.now());
            case BillEvent.CreditNoteIssued note -> credited(process, note);
            case SupplementIssued supplement -> supplement(process, supplement, given);
            case BillEvent.BillReleased released -> Decision.unchanged(process);
            case BillEvent.BillNumbered numbered -> Decision.unchanged(process);
        };
    }

    private Decision supplement(PaymentProcess process, SupplementIssued event, Circumstances given) {
        if (!process.bill().equals(event.supplement())) {
            return Decision.unchanged(process);
        }
        OpenSupplement open = new OpenSupplement(
                event.supplement(),
                event.session(),
                event.member(),
                event.token(),
                event.tariff(),
                event.tariffVersion(),
                event.lines(),
                event.totals(),
                given.now());
        return Decision.of(process, new Step.Send(open), schedules.stall(process));
    }

    /**
     * What is not asked for yet is asked for less; a charge that is under way may bring more than is owed. Only by how much the debt
     * fell counts: what the note says is outstanding may not know yet of what this process has booked since.
     */
    private static Decision credited(PaymentProcess process, BillEvent.CreditNoteIssued note) {
        Money forgiven = note.totals().gross().minus(note.refundable());
        return process.owed()
                .map(debt -> Decision.of(
                        process.owing(debt.amount().minus(debt.amount().min(forgiven)))))
                .orElseGet(() -> Decision.unchanged(process));
    }

    private Decision opened(PaymentProcess process, BillOpened opened, Circumstances given) {
        if (process.debt() != null) {
            return Decision.unchanged(process);
        }
        Money owed = opened.totals().gross();
        PaymentProcess owing = process.owing(new Debt(opened.member(), opened.token(), owed));
        return owed.isPositive()
                ? attempts.begin(owing, false, given.now())
                : Decision.of(owing.in(Phase.SETTLING), schedules.stall(owing));
    }

    /** A credit note can pay the bill while money is held or taken for it: that is waited for and given back. */
    private Decision paid(PaymentProcess process, Instant now) {
        List<Step> steps = new ArrayList<>(dunning.end(process, now));
        if (process.isInFlight()) {
            return process.owed()
                    .map(debt ->
                            new Decision(process.owing(Money.zero(debt.amount().currency())), steps))
                    .orElseThrow();
        }
        steps.add(new Step.End());
        return new Decision(process, steps);
    }
}
