package io.voltledger.saga.wallet;

import io.voltledger.api.Rejection;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what a member sent to the other wallet; where that one does not take it, back. Either credit has an id that
 * follows from the transfer, so that it is booked once however often the fact is handled. While neither can be done, the
 * fact is handled again, and the money stands in {@code clearing:transfer}.
 */
@Component
@ProcessingGroup(WalletTransfers.GROUP)
class WalletTransfers {

    static final String GROUP = "wallet-transfers";

    private static final Logger LOG = LoggerFactory.getLogger(WalletTransfers.class);
    private static final String ACTOR = "process:wallet-transfer";
    private static final int TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final Clock clock;

    WalletTransfers(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(FundsSent event) {
        String transfer = event.wallet().value() + "/" + event.transfer();
        Optional<Rejection> refusal = credit(event, event.to(), "transfer-" + transfer, CreditSource.TRANSFER);
        if (refusal.isPresent()) {
            LOG.info("Transfer {} goes back: {}", transfer, refusal.get());
            credit(event, event.wallet(), "transfer-back-" + transfer, CreditSource.TRANSFER_RETURNED)
                    .ifPresent(again -> {
                        throw new IllegalStateException("Transfer " + transfer + " cannot go back: " + again);
                    });
        }
    }

    private Optional<Rejection> credit(FundsSent event, WalletId wallet, String id, CreditSource source) {
        try {
            commands.sendAndWait(
                    Context.command(new CreditWallet(wallet, id, event.amount(), source, clock.instant()), ACTOR),
                    TIMEOUT_SECONDS,
                    TimeUnit.SECONDS);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(Rejections.of(failure).orElseThrow(() -> failure));
        }
    }
}
