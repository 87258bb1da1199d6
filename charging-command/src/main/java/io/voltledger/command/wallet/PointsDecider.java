package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Decision;
import io.voltledger.command.wallet.WalletFacts.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The rules of points: each is in one lot and spent once; those that expire first are spent first, and before money; what comes
 * back goes to its lot, last spent first, and expires at once where the lot's time is over. A wallet's other rules see points
 * as funds only while they are held.
 */
final class PointsDecider {

    private static final String DUE = "due";

    private PointsDecider() {}

    static Decision<WalletEvent> decide(GrantPoints command, WalletFacts facts) {
        if (facts.points().lots().containsKey(command.lot().value())) {
            return Decision.nothing();
        }
        Money amount = command.amount();
        if (!amount.isPositive()) {
            return Decision.refused("amount-invalid", "A grant is more than nothing");
        }
        if (!command.expiresAt().isAfter(command.at())) {
            return Decision.refused("expiry-invalid", "The points would be expired already");
        }
        Optional<Currency> kept = facts.currencyOtherThan(amount.currency());
        if (kept.isPresent()) {
            return Decision.refused(
                    "currency-mismatch", "The wallet keeps " + kept.get() + ", not " + amount.currency());
        }
        if (facts.closed()) {
            return Decision.refused("wallet-closed", "The wallet is closed");
        }
        return Decision.of(new PointsGranted(
                command.wallet(),
                command.lot(),
                amount,
                command.expiresAt(),
                command.reason(),
                command.by(),
                LedgerEntry.of(Accounts.POINTS_ISSUED, Accounts.points(command.wallet()), amount),
                command.at()));
    }

    static Decision<WalletEvent> decide(ExpirePoints command, WalletFacts facts) {
        Points.Lot lot = facts.points().lots().get(command.lot().value());
        if (lot == null) {
            return Decision.notFound("lot " + command.lot().value());
        }
        if (!lot.isOver(command.at())) {
            return Decision.refused("points-not-due", "The points can be spent until " + lot.expiresAt());
        }
        return lot.left().isPositive()
                ? Decision.of(expired(command.wallet(), command.lot(), DUE, lot.left(), command.at()))
                : Decision.nothing();
    }

    /** What a hold takes of points before it takes money; empty where it takes none. */
    static List<WalletEvent> use(HoldFunds command, List<PointsPart> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Money amount = Points.sum(parts, command.upTo().currency());
        return List.of(new PointsUsed(
                command.wallet(),
                command.hold(),
                command.bill(),
                parts,
                amount,
                LedgerEntry.of(Accounts.points(command.wallet()), Accounts.available(command.wallet()), amount),
                command.at()));
    }

    /** A hold's end without capture, and that all of its points are points again. */
    static Decision<WalletEvent> with(WalletEvent end, HoldId hold, WalletFacts facts, Instant at) {
        List<WalletEvent> events = new ArrayList<>();
        events.add(end);
        facts.points()
                .use(hold)
                .ifPresent(use ->
                        events.addAll(back(end.wallet(), hold, use, use.parts().reversed(), hold.value(), facts, at)));
        return Decision.of(events);
    }

    /** What follows on a refund of a hold that was captured: its money came back first, the rest is points again. */
    static List<WalletEvent> afterRefund(CreditWallet refund, WalletFacts facts) {
        return Optional.ofNullable(refund.hold())
                .map(hold -> returned(refund, hold, facts))
                .orElse(List.of());
    }

    private static List<WalletEvent> returned(CreditWallet refund, HoldId id, WalletFacts facts) {
        Hold hold = facts.holds().get(id.value());
        Points.Use use = facts.points().uses().get(id.value());
        if (hold == null || use == null || !facts.hasCaptured(id)) {
            return List.of();
        }
        Money spent = hold.amount().minus(use.refunded()).minus(refund.amount());
        Money kept = spent.isNegative() ? Money.zero(spent.currency()) : spent.min(use.amount());
        List<PointsPart> parts = Points.lastOf(use, use.amount().minus(kept).min(refund.amount()));
        return back(refund.wallet(), id, use, parts, refund.creditId(), facts, refund.at());
    }

    private static List<WalletEvent> back(
            WalletId wallet,
            HoldId hold,
            Points.Use use,
            List<PointsPart> parts,
            String cause,
            WalletFacts facts,
            Instant at) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Money amount = Points.sum(parts, use.refunded().currency());
        List<WalletEvent> events = new ArrayList<>();
        events.add(new PointsReturned(
                wallet,
                hold,
                use.bill(),
                cause,
                parts,
                amount,
                LedgerEntry.of(Accounts.available(wallet), Accounts.points(wallet), amount),
                at));
        Points after = facts.points().returned(hold, parts);
        for (PointsPart part : parts) {
            Points.Lot lot = after.lots().get(part.lot().value());
            if (lot != null && lot.isOver(at)) {
                events.add(expired(wallet, part.lot(), cause, lot.left(), at));
            }
        }
        return events;
    }

    private static PointsExpired expired(WalletId wallet, PointsLotId lot, String cause, Money amount, Instant at) {
        return new PointsExpired(
                wallet,
                lot,
                cause,
                amount,
                LedgerEntry.of(Accounts.points(wallet), Accounts.POINTS_EXPIRED, amount),
                at);
    }
}
