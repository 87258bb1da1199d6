package io.voltledger.saga.billing;

import io.voltledger.api.billing.BillEvent.BillOverpaid;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand.ReturnOverpayment;
import io.voltledger.api.refund.RefundId;
import io.voltledger.runtime.Context;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Has what a bill took beyond what it asks for given back, the way it came. The refund's id follows from the payment, so that it
 * is one refund however often the fact is handled.
 */
@Component
@ProcessingGroup(Overpayments.GROUP)
class Overpayments {

    static final String GROUP = "overpayments";

    private static final String ACTOR = "process:overpayments";
    private static final int COMMAND_TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final SetAside setAside;
    private final SideEffects effects;
    private final Clock clock;

    Overpayments(CommandGateway commands, SetAside setAside, SideEffects effects, Clock clock) {
        this.commands = commands;
        this.setAside = setAside;
        this.effects = effects;
        this.clock = clock;
    }

    @EventHandler
    void on(BillOverpaid event) {
        ReturnOverpayment command = new ReturnOverpayment(
                new BillRefundsId(event.bill()),
                RefundId.of(event.bill(), "overpaid-" + event.booking()),
                event.bill(),
                event.excess(),
                clock.instant());
        effects.perform(
                event.bill().value(),
                "Send ReturnOverpayment",
                () -> commands.<Object>sendAndWait(
                        Context.command(command, ACTOR), COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS));
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(fact -> on((BillOverpaid) fact));
    }
}
