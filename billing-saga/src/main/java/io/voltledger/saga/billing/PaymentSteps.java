package io.voltledger.saga.billing;

import io.voltledger.api.Rejection;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import io.voltledger.saga.work.Patience;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.modelling.saga.SagaLifecycle;

/**
 * Carries out what the plan chose, within the handler of the saga. A failure propagates, so that the fact is handled
 * again; a refusal is the plan's to answer.
 */
class PaymentSteps {

    private static final String ACTOR = "saga:session-payment";
    private static final int COMMAND_TIMEOUT_SECONDS = 20;
    private static final String STEP_FAILED = "step-failed";
    private static final Set<String> OWN = Set.of(STEP_FAILED, PaymentPlan.COMMAND_REFUSED);

    private final PaymentPlan plan;
    private final CommandGateway commands;
    private final PaymentMethods methods;
    private final Incidents incidents;
    private final SideEffects effects;
    private final Clock clock;
    private final Patience patience = new Patience();

    PaymentSteps(
            PaymentSchedules schedules,
            CommandGateway commands,
            PaymentMethods methods,
            Incidents incidents,
            SideEffects effects,
            Clock clock) {
        this.plan = new PaymentPlan(schedules);
        this.commands = commands;
        this.methods = methods;
        this.incidents = incidents;
        this.effects = effects;
        this.clock = clock;
    }

    PaymentPlan plan() {
        return plan;
    }

    Circumstances circumstances(Optional<PaymentProcess> process) {
        return new Circumstances(
                clock.instant(),
                process.flatMap(PaymentProcess::owed)
                        .flatMap(debt -> methods.of(debt.member()))
                        .orElse(null));
    }

    /** Goes on with the fact; one that fails again and again is set aside for an operator, and the process stays as it was. */
    PaymentProcess proceed(
            PaymentProcess process,
            Object fact,
            DeadlineManager deadlines,
            BiFunction<PaymentProcess, Circumstances, Decision> choose) {
        try {
            PaymentProcess next = carryOut(choose.apply(process, circumstances(Optional.of(process))), deadlines);
            patience.restored();
            return next;
        } catch (RuntimeException failure) {
            if (!patience.endsWith(failure)) {
                throw failure;
            }
            incidents.report(
                    process.bill(),
                    process.session(),
                    STEP_FAILED,
                    fact.getClass().getSimpleName() + ": " + failure,
                    fact);
            return process;
        }
    }

    /** What an operator wants to be tried again; what others set aside for the same bill is theirs. */
    Optional<Object> setAside(DeadLetterRedriven event) {
        return event.letter().source() == DeadLetterSource.PROCESS && OWN.contains(event.kind())
                ? incidents.message(event.letter().key())
                : Optional.empty();
    }

    PaymentProcess carryOut(Decision decision, DeadlineManager deadlines) {
        PaymentProcess process = decision.process();
        Deque<Step> steps = new ArrayDeque<>(decision.steps());
        while (!steps.isEmpty()) {
            Step step = steps.removeFirst();
            PaymentProcess current = process;
            Optional<Decision> next =
                    effects.perform(process.session().value(), step.name(), () -> carryOut(step, current, deadlines));
            if (next.isPresent()) {
                process = next.get().process();
                steps.addAll(next.get().steps());
            } else if (step instanceof Step.Send send) {
                send.then().reversed().forEach(steps::addFirst);
            }
        }
        return process;
    }

    /** What the plan makes of the step; empty where all went as it had chosen. */
    private Optional<Decision> carryOut(Step step, PaymentProcess process, DeadlineManager deadlines) {
        switch (step) {
            case Step.Send send -> {
                return send(send.command())
                        .map(refusal ->
                                plan.refused(process, send.command(), refusal, circumstances(Optional.of(process))));
            }
            case Step.WakeUp wakeUp ->
                deadlines.schedule(
                        wakeUp.after(), SessionPaymentSaga.WAKE_UP, new WakeUpCall(wakeUp.reason(), wakeUp.attempt()));
            case Step.Report report ->
                incidents.report(process.bill(), process.session(), report.kind(), report.detail(), report.message());
            case Step.End end -> SagaLifecycle.end();
        }
        return Optional.empty();
    }

    private Optional<Rejection> send(Object command) {
        try {
            commands.sendAndWait(Context.command(command, ACTOR), COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (RuntimeException failure) {
            Rejection rejection = Rejections.of(failure).orElseThrow(() -> failure);
            return Optional.of(rejection);
        }
    }
}
