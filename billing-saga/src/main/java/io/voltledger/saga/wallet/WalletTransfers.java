package io.voltledger.saga.wallet;

import io.voltledger.api.Rejection;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.operations.SetAside;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what a member sent to the other wallet; where that one does not take it, back. Either credit has an id that
 * follows from the transfer, so that it is booked once however often the fact is handled. While neither can be done, the
 * fact is handled again, in the end when an operator says so, and the money stands in {@code clearing:transfer}.
 */
@Component
@ProcessingGroup(WalletTransfers.GROUP)
class WalletTransfers {

    static final String GROUP = "wallet-transfers";

    private static final Logger LOG = LoggerFactory.getLogger(WalletTransfers.class);

    private final WalletOffers offers;
    private final SetAside setAside;
    private final Clock clock;

    WalletTransfers(WalletOffers offers, SetAside setAside, Clock clock) {
        this.offers = offers;
        this.setAside = setAside;
        this.clock = clock;
    }

    @EventHandler
    void on(FundsSent event) {
        String transfer = event.wallet().value() + "/" + event.transfer();
        offer(event, event.to(), "transfer-" + transfer, CreditSource.TRANSFER).ifPresent(refusal -> {
            LOG.info("Transfer {} goes back: {}", transfer, refusal);
            offer(event, event.wallet(), "transfer-back-" + transfer, CreditSource.TRANSFER_RETURNED)
                    .ifPresent(again -> {
                        throw new IllegalStateException("Transfer " + transfer + " cannot go back: " + again);
                    });
        });
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(fact -> on((FundsSent) fact));
    }

    private Optional<Rejection> offer(FundsSent event, WalletId wallet, String id, CreditSource source) {
        return offers.offer(new OfferFunds(wallet, id, event.amount(), source, clock.instant()))
                .refused();
    }
}
