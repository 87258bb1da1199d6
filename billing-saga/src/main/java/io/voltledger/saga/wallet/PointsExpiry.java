package io.voltledger.saga.wallet;

import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.saga.work.SideEffects;
import org.axonframework.deadline.DeadlineManager;
import org.springframework.stereotype.Component;

/** When points expire, and what happens then. */
@Component
class PointsExpiry {

    private final WalletOffers wallets;
    private final SideEffects effects;

    PointsExpiry(WalletOffers wallets, SideEffects effects) {
        this.wallets = wallets;
        this.effects = effects;
    }

    void schedule(PointsGranted granted, DeadlineManager deadlines) {
        effects.perform(
                granted.lot().value(),
                "Points expiry",
                () -> deadlines.schedule(granted.expiresAt(), PointsSaga.EXPIRY, granted.lot()));
    }

    /** As of the time that was promised, however late it is: the wallet has spent none of them since. */
    void expire(PointsGranted granted) {
        ExpirePoints command = new ExpirePoints(granted.wallet(), granted.lot(), granted.expiresAt());
        effects.perform(granted.lot().value(), "Points ExpirePoints", () -> wallets.report(command));
    }
}
