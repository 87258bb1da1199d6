package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CloseWallet;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletCommand.ReopenWallet;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.CreditRefused;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletEvent.WalletClosed;
import io.voltledger.api.wallet.WalletEvent.WalletReopened;
import io.voltledger.command.Decision;
import io.voltledger.command.wallet.WalletFacts.Hold;
import io.voltledger.command.wallet.WalletFacts.Hold.State;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules of a wallet: no movement twice, no balance below zero, each movement with its balanced entry. */
final class WalletDecider {

    private WalletDecider() {}

    /** @param limits what a wallet may have, in minor units by currency; without limit in others */
    static Decision<WalletEvent> decide(CreditWallet command, WalletFacts facts, Map<String, Long> limits) {
        if (facts.credits().contains(command.creditId())) {
            return Decision.nothing();
        }
        Rejection before = facts.refused().get(command.creditId());
        if (before != null) {
            return Decision.refused(before.code(), before.detail());
        }
        Money amount = command.amount();
        if (!amount.isPositive()) {
            return Decision.refused("amount-invalid", "A credit is more than nothing");
        }
        Optional<Currency> kept = facts.currencyOtherThan(amount.currency());
        if (kept.isPresent()) {
            return Decision.refused(
                    "currency-mismatch", "The wallet keeps " + kept.get() + ", not " + amount.currency());
        }
        if (facts.closed() && isNew(command.source())) {
            return Decision.refused("wallet-closed", "The wallet is closed");
        }
        long limit = limits.getOrDefault(amount.currency().getCurrencyCode(), Long.MAX_VALUE);
        long balance = facts.balance();
        if (isLimited(command.source()) && amount.amount() > limit - balance) {
            return Decision.refused("balance-limit", "The wallet has " + balance + " and may have " + limit);
        }
        List<WalletEvent> events = new ArrayList<>();
        events.add(new FundsCredited(
                command.wallet(),
                command.creditId(),
                amount,
                command.source(),
                LedgerEntry.of(sourceOf(command.source()), Accounts.available(command.wallet()), amount),
                command.hold(),
                command.at()));
        events.addAll(PointsDecider.afterRefund(command, facts));
        return Decision.of(events);
    }

    /** The same, and what is refused is recorded. */
    static Decision<WalletEvent> decide(OfferFunds offer, WalletFacts facts, Map<String, Long> limits) {
        if (facts.refused().containsKey(offer.creditId())) {
            return Decision.nothing();
        }
        CreditWallet credit =
                new CreditWallet(offer.wallet(), offer.creditId(), offer.amount(), offer.source(), offer.at());
        return switch (decide(credit, facts, limits)) {
            case Decision.Accepted<WalletEvent> accepted -> accepted;
            case Decision.Refused<WalletEvent> refused ->
                Decision.of(new CreditRefused(
                        offer.wallet(),
                        offer.creditId(),
                        offer.amount(),
                        offer.source(),
                        refused.rejection().code(),
                        refused.rejection().detail(),
                        offer.at()));
        };
    }

    /** What only comes back is taken whatever became of the wallet, or it would be nobody's. */
    private static boolean isNew(CreditSource source) {
        return switch (source) {
            case POINTS, TOP_UP, TRANSFER -> true;
            case REFUND, TRANSFER_RETURNED -> false;
        };
    }

    /** What a member pays or sends; what the operator gives is the operator's to limit. */
    private static boolean isLimited(CreditSource source) {
        return switch (source) {
            case TOP_UP, TRANSFER -> true;
            case POINTS, REFUND, TRANSFER_RETURNED -> false;
        };
    }

    static Decision<WalletEvent> decide(CloseWallet command, WalletFacts facts) {
        return facts.closed()
                ? Decision.nothing()
                : Decision.of(new WalletClosed(command.wallet(), command.reason(), command.by(), command.at()));
    }

    static Decision<WalletEvent> decide(ReopenWallet command, WalletFacts facts) {
        return facts.closed()
                ? Decision.of(new WalletReopened(command.wallet(), command.reason(), command.by(), command.at()))
                : Decision.nothing();
    }

    static Decision<WalletEvent> decide(SendFunds command, WalletFacts facts) {
        if (facts.transfers().contains(command.transfer())) {
            return Decision.nothing();
        }
        Money amount = command.amount();
        if (facts.closed()) {
            return Decision.refused("wallet-closed", "The wallet is closed");
        }
        if (command.to().equals(command.wallet())) {
            return Decision.refused("same-wallet", "Funds are sent to another member");
        }
        if (!amount.isPositive()) {
            return Decision.refused("amount-invalid", "A transfer is more than nothing");
        }
        Money available = facts.available();
        if (available == null || !available.currency().equals(amount.currency()) || available.compareTo(amount) < 0) {
            return Decision.refused("insufficient-funds", "The wallet has less than that available");
        }
        return Decision.of(new FundsSent(
                command.wallet(),
                command.transfer(),
                command.to(),
                amount,
                LedgerEntry.of(Accounts.available(command.wallet()), Accounts.TRANSFER_CLEARING, amount),
                command.at()));
    }

    static Decision<WalletEvent> decide(HoldFunds command, WalletFacts facts) {
        if (facts.holds().containsKey(command.hold().value())) {
            return Decision.nothing();
        }
        if (facts.closed()) {
            return refuse(command, "wallet-closed");
        }
        if (facts.hasNothing()) {
            return refuse(command, "no-funds");
        }
        if (facts.currencyOtherThan(command.upTo().currency()).isPresent()) {
            return refuse(command, "currency-mismatch");
        }
        if (!command.upTo().isPositive()) {
            return refuse(command, "nothing-to-hold");
        }
        return holdWhatThereIs(command, facts);
    }

    private static Decision<WalletEvent> holdWhatThereIs(HoldFunds command, WalletFacts facts) {
        List<PointsPart> points = facts.points().spendable(command.upTo(), command.at());
        Money nothing = Money.zero(command.upTo().currency());
        Money money = Objects.requireNonNullElse(facts.available(), nothing);
        Money amount = Points.sum(points, nothing.currency()).plus(money).min(command.upTo());
        if (!amount.isPositive()) {
            return refuse(command, "no-funds");
        }
        List<WalletEvent> events = new ArrayList<>(PointsDecider.use(command, points));
        events.add(new FundsHeld(
                command.wallet(),
                command.hold(),
                command.bill(),
                amount,
                LedgerEntry.of(Accounts.available(command.wallet()), Accounts.held(command.wallet()), amount),
                command.at()));
        return Decision.of(events);
    }

    private static Decision<WalletEvent> refuse(HoldFunds command, String reason) {
        return Decision.of(new HoldRefused(
                command.wallet(), command.hold(), command.bill(), command.upTo(), reason, command.at()));
    }

    static Decision<WalletEvent> decide(CaptureHold command, WalletFacts facts) {
        Hold hold = facts.holds().get(command.hold().value());
        if (hold == null) {
            return Decision.notFound("hold " + command.hold().value());
        }
        return switch (hold.state()) {
            case HELD ->
                Decision.of(new HoldCaptured(
                        command.wallet(),
                        command.hold(),
                        hold.bill(),
                        hold.amount(),
                        LedgerEntry.of(Accounts.held(command.wallet()), Accounts.REVENUE, hold.amount()),
                        command.at()));
            case CAPTURED -> Decision.nothing();
            case EXPIRED ->
                Decision.refused("hold-expired", "Hold " + command.hold().value() + " is the member's again");
            case REFUSED, RELEASED ->
                Decision.refused(
                        "hold-conflict", "Hold " + command.hold().value() + " holds nothing that could be captured");
        };
    }

    static Decision<WalletEvent> decide(ReleaseHold command, WalletFacts facts) {
        Hold hold = facts.holds().get(command.hold().value());
        if (hold == null) {
            return Decision.notFound("hold " + command.hold().value());
        }
        return switch (hold.state()) {
            case HELD ->
                PointsDecider.with(
                        new HoldReleased(
                                command.wallet(),
                                command.hold(),
                                hold.bill(),
                                hold.amount(),
                                LedgerEntry.of(
                                        Accounts.held(command.wallet()),
                                        Accounts.available(command.wallet()),
                                        hold.amount()),
                                command.at()),
                        command.hold(),
                        facts,
                        command.at());
            case REFUSED, RELEASED, EXPIRED -> Decision.nothing();
            case CAPTURED ->
                Decision.refused("hold-conflict", "Hold " + command.hold().value() + " is captured");
        };
    }

    static Decision<WalletEvent> decide(ExpireHold command, WalletFacts facts) {
        Hold hold = facts.holds().get(command.hold().value());
        if (hold == null) {
            return Decision.notFound("hold " + command.hold().value());
        }
        return hold.state() == State.HELD
                ? PointsDecider.with(
                        new HoldExpired(
                                command.wallet(),
                                command.hold(),
                                hold.bill(),
                                hold.amount(),
                                LedgerEntry.of(
                                        Accounts.held(command.wallet()),
                                        Accounts.available(command.wallet()),
                                        hold.amount()),
                                command.at()),
                        command.hold(),
                        facts,
                        command.at())
                : Decision.nothing();
    }

    private static String sourceOf(CreditSource source) {
        return switch (source) {
            case POINTS -> Accounts.POINTS_ISSUED;
            case TOP_UP -> Accounts.TOP_UP_CLEARING;
            case REFUND -> Accounts.REFUND_CLEARING;
            case TRANSFER, TRANSFER_RETURNED -> Accounts.TRANSFER_CLEARING;
        };
    }

    static WalletFacts evolve(WalletFacts facts, WalletEvent event) {
        return switch (event) {
            case FundsCredited credited -> {
                WalletFacts after = facts.credited(credited.creditId(), credited.amount());
                HoldId hold = credited.hold();
                yield hold == null || !facts.hasCaptured(hold)
                        ? after
                        : after.with(after.points().refunded(hold, credited.amount()));
            }
            case PointsGranted granted ->
                facts.with(facts.points().granted(granted.lot(), granted.amount(), granted.expiresAt()));
            case PointsUsed used ->
                facts.with(facts.points().used(used.hold(), used.bill(), used.parts()), used.amount());
            case PointsReturned returned ->
                facts.with(
                        facts.points().returned(returned.hold(), returned.parts()),
                        Money.zero(returned.amount().currency()).minus(returned.amount()));
            case PointsExpired expired -> facts.with(facts.points().expired(expired.lot(), expired.amount()));
            case FundsSent sent -> facts.sent(sent.transfer(), sent.amount());
            case FundsHeld held ->
                facts.with(
                        held.hold().value(),
                        new Hold(held.bill(), held.amount(), State.HELD),
                        Money.zero(held.amount().currency()).minus(held.amount()));
            case HoldRefused refused -> {
                Money nothing = Money.zero(refused.requested().currency());
                yield facts.with(refused.hold().value(), new Hold(refused.bill(), nothing, State.REFUSED), nothing);
            }
            case HoldCaptured captured ->
                facts.with(
                        captured.hold().value(),
                        new Hold(captured.bill(), captured.amount(), State.CAPTURED),
                        Money.zero(captured.amount().currency()));
            case HoldReleased released ->
                facts.with(
                        released.hold().value(),
                        new Hold(released.bill(), released.amount(), State.RELEASED),
                        released.amount());
            case HoldExpired expired ->
                facts.with(
                        expired.hold().value(),
                        new Hold(expired.bill(), expired.amount(), State.EXPIRED),
                        expired.amount());
            case CreditRefused refused ->
                facts.refusing(refused.creditId(), new Rejection(refused.code(), refused.detail()));
            case WalletClosed closed -> facts.closed(true);
            case WalletReopened reopened -> facts.closed(false);
        };
    }
}
