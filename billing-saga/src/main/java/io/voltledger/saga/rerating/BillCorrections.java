package io.voltledger.saga.rerating;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.operations.Unfinished;
import io.voltledger.saga.work.Outage;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Has the bills of a run corrected, one after the other. Who dies in between begins the order again, and bills that were corrected
 * by the run stay as they are. What a bill refuses is left to an operator, and so is a bill that fails again and again.
 */
@Component
@ProcessingGroup(BillCorrections.GROUP)
class BillCorrections {

    static final String GROUP = "bill-corrections";

    private static final String ACTOR = "process:bill-corrections";
    private static final int COMMAND_TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final Incidents incidents;
    private final SetAside setAside;
    private final SideEffects effects;
    private final Clock clock;

    BillCorrections(CommandGateway commands, Incidents incidents, SetAside setAside, SideEffects effects, Clock clock) {
        this.commands = commands;
        this.incidents = incidents;
        this.setAside = setAside;
        this.effects = effects;
        this.clock = clock;
    }

    @EventHandler
    void on(CorrectionsOrdered order) {
        List<Unfinished.Part> left = order.bills().stream()
                .map(bill -> new CorrectionsOrdered(order.rerating(), order.tariff(), List.of(bill), order.orderedAt()))
                .flatMap(one -> failed(one).stream())
                .toList();
        if (!left.isEmpty()) {
            throw new Unfinished(left);
        }
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(fact -> on((CorrectionsOrdered) fact));
    }

    /** The other bills of an order do not wait for one that fails. */
    private Optional<Unfinished.Part> failed(CorrectionsOrdered one) {
        BillId bill = one.bills().getFirst();
        try {
            effects.perform(bill.value(), "Send CorrectBill", () -> correct(bill, one));
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw failure;
            }
            return Optional.of(new Unfinished.Part(one, failure));
        }
    }

    private void correct(BillId bill, CorrectionsOrdered order) {
        CorrectBill command = new CorrectBill(bill, order.rerating().run(), order.tariff(), clock.instant());
        refused(command)
                .ifPresent(rejection -> incidents.report(
                        bill.value() + " in " + order.rerating().value(),
                        "correction-by-hand",
                        rejection.code() + ": " + rejection.detail()));
    }

    private Optional<Rejection> refused(CorrectBill command) {
        try {
            commands.sendAndWait(Context.command(command, ACTOR), COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Rejections.of(failure).orElseThrow(() -> failure));
        }
    }
}
