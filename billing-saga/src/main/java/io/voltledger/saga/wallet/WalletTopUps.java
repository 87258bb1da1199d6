package io.voltledger.saga.wallet;

import io.voltledger.api.Rejection;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterDiscarded;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.topup.TopUpCommand;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpRefused;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturnedByHand;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.operations.ProviderCall;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Brings what a card was charged for a top-up to the wallet and says what became of it: where the wallet does not take it, the
 * top-up gives the money back. The credit has the top-up's own id and the wallet's answer is always the same, so that money is
 * never both in the wallet and on its way back, however often the fact is handled.
 */
@Component
@ProcessingGroup(WalletTopUps.GROUP)
class WalletTopUps {

    static final String GROUP = "wallet-top-ups";

    private final WalletOffers offers;
    private final SetAside setAside;
    private final SideEffects effects;
    private final Clock clock;

    WalletTopUps(WalletOffers offers, SetAside setAside, SideEffects effects, Clock clock) {
        this.offers = offers;
        this.setAside = setAside;
        this.effects = effects;
        this.clock = clock;
    }

    @EventHandler
    void on(TopUpCharged event) {
        OfferFunds offer = new OfferFunds(
                WalletId.of(event.member()),
                event.topUp().toString(),
                event.amount(),
                CreditSource.TOP_UP,
                clock.instant());
        TopUpCommand report = effects.perform(event.topUp().value(), "TopUp OfferFunds", () -> offers.offer(offer))
                .refused()
                .map(refusal -> refused(event, refusal))
                .orElseGet(() -> new ReportTopUpCredited(event.topUp(), clock.instant()));
        effects.perform(
                event.topUp().value(), "TopUp " + report.getClass().getSimpleName(), () -> offers.report(report));
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(this::again);
    }

    private void again(Object fact) {
        switch (fact) {
            case TopUpCharged charged -> on(charged);
            case DeadLetterDiscarded discarded -> on(discarded);
            default -> throw new IllegalArgumentException("No wallet is concerned by " + fact);
        }
    }

    /** The provider refused to give it back; whoever closes the call says how it went back, and that ends the top-up. */
    @EventHandler
    void on(DeadLetterDiscarded event) {
        ProviderCall.returnOfTopUp(event.letter()).ifPresent(topUp -> {
            TopUpCommand report = new ReportTopUpReturnedByHand(topUp, event.reason(), clock.instant());
            effects.perform(topUp.value(), "TopUp ReportTopUpReturnedByHand", () -> offers.report(report));
        });
    }

    private TopUpCommand refused(TopUpCharged event, Rejection refusal) {
        return new ReportTopUpRefused(event.topUp(), refusal.code(), refusal.detail(), clock.instant());
    }
}
