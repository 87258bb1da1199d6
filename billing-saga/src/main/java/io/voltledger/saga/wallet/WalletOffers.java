package io.voltledger.saga.wallet;

import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.runtime.Context;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Asks wallets to take funds and tells others what they said; what cannot be sent is thrown, so that the fact is handled again. */
@Component
class WalletOffers {

    private static final String ACTOR = "process:wallet";
    private static final int TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;

    WalletOffers(CommandGateway commands) {
        this.commands = commands;
    }

    /** The same answer however often the same is offered. */
    FundsAnswer offer(OfferFunds offer) {
        return send(offer);
    }

    void report(Object command) {
        send(command);
    }

    private <T> T send(Object command) {
        return commands.sendAndWait(Context.command(command, ACTOR), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
