package io.voltledger.saga.billing;

import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.saga.billing.PaymentProcess.Debt;
import io.voltledger.saga.billing.Step.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an overdue bill comes to while nobody pays it: its token is restricted, in the end its member suspended, each after a
 * time of its own; all of it ends when the bill is paid. A session that runs is left alone.
 */
final class DunningPlan {

    private final PaymentSchedules schedules;

    DunningPlan(PaymentSchedules schedules) {
        this.schedules = schedules;
    }

    Decision begin(PaymentProcess process, Instant now) {
        List<Step> steps = new ArrayList<>(advance(process, DunningStage.OVERDUE, now));
        steps.addAll(after(process, schedules.restrictAfter(), Wait.RESTRICT, now));
        steps.addAll(after(process, schedules.suspendAfter(), Wait.SUSPEND, now));
        return new Decision(process, steps);
    }

    /** The time for it has come; where the bill is not overdue, nothing happens. */
    Decision due(PaymentProcess process, Wait stage, Instant now) {
        return process.overdue() ? new Decision(process, stage(process, stage, now)) : Decision.unchanged(process);
    }

    /** To be done when the bill is paid. */
    List<Step> end(PaymentProcess process, Instant now) {
        List<Step> steps = new ArrayList<>();
        Debt debt = process.debt();
        if (debt != null && process.overdue()) {
            if (debt.token() != null) {
                steps.add(new Step.Send(new LiftRestriction(debt.token(), process.bill(), now)));
            }
            steps.add(new Step.Send(
                    new EndDunning(new StandingId(debt.member()), process.bill(), process.session(), now)));
        }
        return steps;
    }

    private List<Step> after(PaymentProcess process, Duration delay, Wait stage, Instant now) {
        return delay.isZero() ? stage(process, stage, now) : List.of(new Step.WakeUp(stage, process.attempt(), delay));
    }

    private List<Step> stage(PaymentProcess process, Wait stage, Instant now) {
        if (stage == Wait.SUSPEND) {
            return advance(process, DunningStage.SUSPENDED, now);
        }
        List<Step> steps = new ArrayList<>();
        Debt debt = process.debt();
        if (debt != null && debt.token() != null) {
            steps.add(new Step.Send(new RestrictToken(debt.token(), process.bill(), now)));
        }
        steps.addAll(advance(process, DunningStage.RESTRICTED, now));
        return steps;
    }

    private static List<Step> advance(PaymentProcess process, DunningStage stage, Instant now) {
        return process.owed()
                .<List<Step>>map(debt -> List.of(new Step.Send(new AdvanceDunning(
                        new StandingId(debt.member()), process.bill(), process.session(), stage, debt.amount(), now))))
                .orElse(List.of());
    }
}
