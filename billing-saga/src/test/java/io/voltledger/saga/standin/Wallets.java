package io.voltledger.saga.standin;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.runtime.CommandRejected;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;

/** Wallets that begin with what a test puts in. */
public final class Wallets {

    private static final Money NOTHING = Money.of(0, "KRW");

    /** How a hold ended. */
    public enum End {
        CAPTURED,
        RELEASED,
        EXPIRED
    }

    private final Map<WalletId, Money> available = new HashMap<>();
    private final Set<HoldId> asked = new HashSet<>();
    private final Map<HoldId, FundsHeld> holds = new HashMap<>();
    private final Map<HoldId, End> ended = new HashMap<>();
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

    /** Sets funds aside without saying so: it was said before. */
    public synchronized void remember(WalletId wallet, HoldId hold, BillId bill, Money amount) {
        asked.add(hold);
        holds.put(
                hold,
                new FundsHeld(
                        wallet, hold, bill, amount, LedgerEntry.of("held", "available", amount), StoppedSessions.AT));
    }

    /** Whether funds were ever asked for under this id. */
    public synchronized boolean wasAsked(HoldId hold) {
        return asked.contains(hold);
    }

    /** Empty while it holds, and where there is none. */
    public synchronized Optional<End> ended(HoldId hold) {
        return Optional.ofNullable(ended.get(hold));
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
        if (!asked.add(command.hold())) {
            return;
        }
        Money amount = available(command.wallet()).min(command.upTo());
        if (!amount.isPositive()) {
            events.publish(new HoldRefused(
                    command.wallet(), command.hold(), command.bill(), command.upTo(), "empty", command.at()));
            return;
        }
        available.merge(command.wallet(), amount, Money::minus);
        FundsHeld held = new FundsHeld(
                command.wallet(),
                command.hold(),
                command.bill(),
                amount,
                LedgerEntry.of("held", "available", amount),
                command.at());
        holds.put(command.hold(), held);
        events.publish(held);
    }

    @CommandHandler
    synchronized void handle(CaptureHold command) {
        if (ended.get(command.hold()) == End.EXPIRED) {
            throw new CommandRejected("hold-expired", command.hold().value());
        }
        end(
                command.hold(),
                End.CAPTURED,
                held -> events.publish(new HoldCaptured(
                        command.wallet(), command.hold(), held.bill(), held.amount(), held.entry(), command.at())));
    }

    @CommandHandler
    synchronized void handle(ReleaseHold command) {
        end(command.hold(), End.RELEASED, held -> {
            available.merge(command.wallet(), held.amount(), Money::plus);
            events.publish(new HoldReleased(
                    command.wallet(), command.hold(), held.bill(), held.amount(), held.entry(), command.at()));
        });
    }

    @CommandHandler
    synchronized void handle(ExpireHold command) {
        end(command.hold(), End.EXPIRED, held -> {
            available.merge(command.wallet(), held.amount(), Money::plus);
            events.publish(new HoldExpired(
                    command.wallet(), command.hold(), held.bill(), held.amount(), held.entry(), command.at()));
        });
    }

    private void end(HoldId hold, End end, Consumer<FundsHeld> then) {
        FundsHeld held = holds.get(hold);
        if (held != null && ended.putIfAbsent(hold, end) == null) {
            then.accept(held);
        }
    }
}
