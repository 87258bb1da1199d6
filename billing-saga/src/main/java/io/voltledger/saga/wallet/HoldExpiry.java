package io.voltledger.saga.wallet;

import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import org.axonframework.deadline.DeadlineManager;
import org.springframework.stereotype.Component;

/** When a hold's time is over, and what happens then. */
@Component
class HoldExpiry {

    private final WalletOffers wallets;
    private final SagaSettings settings;
    private final SideEffects effects;
    private final Clock clock;

    HoldExpiry(WalletOffers wallets, SagaSettings settings, SideEffects effects, Clock clock) {
        this.wallets = wallets;
        this.settings = settings;
        this.effects = effects;
        this.clock = clock;
    }

    /** Counted from when the funds were set aside, however late the fact is read; answers what the deadline is cancelled by. */
    String schedule(FundsHeld held, DeadlineManager deadlines) {
        return effects.perform(
                held.bill().value(),
                "Hold expiry",
                () -> deadlines.schedule(
                        held.heldAt().plus(settings.holds().expireAfter()), HoldSaga.EXPIRY, held.hold()));
    }

    /** The wallet decides whether somebody was faster. */
    void expire(FundsHeld held) {
        ExpireHold command = new ExpireHold(held.wallet(), held.hold(), clock.instant());
        effects.perform(held.bill().value(), "Hold ExpireHold", () -> wallets.report(command));
    }
}
