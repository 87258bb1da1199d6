package io.voltledger.saga.standin;

import io.voltledger.api.Money;
import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;

/** Wallets that begin with what a test puts in. */
public final class Wallets {

    private static final Money NOTHING = Money.of(0, "KRW");

    private final Map<WalletId, Money> available = new HashMap<>();
    private final Map<HoldId, Money> holds = new HashMap<>();
    private final Map<HoldId, Money> captured = new HashMap<>();
    private final Set<String> credits = new HashSet<>();
    private final Set<WalletId> broken = new HashSet<>();
    private final EventGateway events;

    public Wallets(EventGateway events) {
        this.events = events;
    }

    public synchronized void credit(WalletId wallet, Money amount) {
        available.merge(wallet, amount, Money::plus);
    }

    /** From now on whoever asks this wallet for funds fails. */
    public synchronized void breakDown(WalletId wallet) {
        broken.add(wallet);
    }

    public synchronized void mend(WalletId wallet) {
        broken.remove(wallet);
    }

    /** Whether funds were ever asked for under this id. */
    public synchronized boolean wasAsked(HoldId hold) {
        return holds.containsKey(hold);
    }

    /** What the wallet still has, holds not counted. */
    public synchronized Money available(WalletId wallet) {
        return available.getOrDefault(wallet, NOTHING);
    }

    @CommandHandler
    synchronized FundsAnswer handle(OfferFunds command) {
        credit(command.wallet(), command.creditId(), command.amount());
        return FundsAnswer.TAKEN;
    }

    @CommandHandler
    synchronized void handle(CreditWallet command) {
        credit(command.wallet(), command.creditId(), command.amount());
    }

    private void credit(WalletId wallet, String creditId, Money amount) {
        requireWorking(wallet);
        if (credits.add(creditId)) {
            credit(wallet, amount);
        }
    }

    private void requireWorking(WalletId wallet) {
        if (broken.contains(wallet)) {
            throw new IllegalStateException("this wallet is broken");
        }
    }

    @CommandHandler
    synchronized void handle(HoldFunds command) {
        requireWorking(command.wallet());
        if (holds.containsKey(command.hold())) {
            return;
        }
        Money amount = available(command.wallet()).min(command.upTo());
        holds.put(command.hold(), amount);
        if (!amount.isPositive()) {
            events.publish(new HoldRefused(
                    command.wallet(), command.hold(), command.bill(), command.upTo(), "empty", command.at()));
            return;
        }
        available.merge(command.wallet(), amount, Money::minus);
        events.publish(new FundsHeld(
                command.wallet(),
                command.hold(),
                command.bill(),
                amount,
                LedgerEntry.of("held", "available", amount),
                command.at()));
    }

    @CommandHandler
    synchronized void handle(CaptureHold command) {
        captured.putIfAbsent(command.hold(), holds.getOrDefault(command.hold(), NOTHING));
    }

    @CommandHandler
    synchronized void handle(ReleaseHold command) {
        if (!captured.containsKey(command.hold())) {
            captured.put(command.hold(), NOTHING);
            available.merge(command.wallet(), holds.getOrDefault(command.hold(), NOTHING), Money::plus);
        }
    }
}
