package io.voltledger.saga.payment;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.payment.PaymentIntent.Refund;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Puts what came from a wallet back into it. The credit's id follows from the refund, so that it is booked once. */
@Component
@ProcessingGroup(WalletReturns.GROUP)
class WalletReturns {

    static final String GROUP = "wallet-returns";

    private static final String ACTOR = "process:refund";
    private static final int TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final Incidents incidents;
    private final SetAside setAside;
    private final SideEffects effects;
    private final Clock clock;

    WalletReturns(CommandGateway commands, Incidents incidents, SetAside setAside, SideEffects effects, Clock clock) {
        this.commands = commands;
        this.incidents = incidents;
        this.setAside = setAside;
        this.effects = effects;
        this.clock = clock;
    }

    @EventHandler
    void on(RefundPartDue event) {
        if (event.what().source() == PaymentSource.WALLET) {
            CreditWallet credit = new CreditWallet(
                    WalletId.of(event.member()),
                    "refund-" + event.refund().value() + "/" + event.part(),
                    event.what().amount(),
                    CreditSource.REFUND,
                    new HoldId(event.what().reference()),
                    clock.instant());
            Optional<Rejection> refusal = send(event, credit);
            send(event, refusal.map(reason -> failed(event, reason)).orElseGet(() -> returned(event)));
        }
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(this::again);
    }

    private void again(Object fact) {
        switch (fact) {
            case RefundPartDue due -> on(due);
            case RefundPartSettled settled -> on(settled);
            default -> throw new IllegalArgumentException("No wallet is concerned by " + fact);
        }
    }

    /** It went back in another way: what was set aside is not to come to the wallet as well. */
    @EventHandler
    void on(RefundPartSettled event) {
        Refund refund = new Refund(event.refund(), event.part());
        incidents.withdraw(GROUP, event.bill(), fact -> fact instanceof RefundPartDue due && refund.isOf(due));
    }

    private RefundCommand returned(RefundPartDue event) {
        return new ReportRefundPart(new BillRefundsId(event.bill()), event.refund(), event.part(), clock.instant());
    }

    private RefundCommand failed(RefundPartDue event, Rejection reason) {
        return new ReportRefundPartFailed(
                new BillRefundsId(event.bill()),
                event.refund(),
                event.part(),
                reason.code(),
                reason.detail(),
                clock.instant());
    }

    private Optional<Rejection> send(RefundPartDue event, Object command) {
        return effects.perform(
                event.bill().value(), "Return " + command.getClass().getSimpleName(), () -> {
                    try {
                        commands.sendAndWait(Context.command(command, ACTOR), TIMEOUT_SECONDS, TimeUnit.SECONDS);
                        return Optional.<Rejection>empty();
                    } catch (RuntimeException failure) {
                        return Optional.of(Rejections.of(failure).orElseThrow(() -> failure));
                    }
                });
    }
}
