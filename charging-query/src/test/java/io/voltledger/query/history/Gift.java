package io.voltledger.query.history;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A lot of 1,000 points of a member's: 700 paid with, 200 of those given back, and the rest expired. */
public final class Gift {

    private final History history;
    private final WalletId wallet;
    private final PointsLotId lot;
    private final HoldId hold;
    private final BillId bill;
    private Instant at;

    public Gift(History history, String member, Instant at) {
        this.history = history;
        this.wallet = new WalletId(member);
        this.lot = PointsLotId.of(wallet, "welcome");
        this.hold = new HoldId("hold-gift");
        this.bill = new BillId("CP-GIFT:1");
        this.at = at;
    }

    public Gift grant() {
        at(new PointsGranted(
                wallet,
                lot,
                won(1_000),
                at.plus(Duration.ofDays(30)),
                "welcome",
                "kim",
                entry("points:issued", points(), 1_000),
                at));
        return this;
    }

    public Gift pay() {
        at(new PointsUsed(wallet, hold, bill, part(700), won(700), entry(points(), account("available"), 700), at));
        at(new FundsHeld(wallet, hold, bill, won(700), entry(account("available"), account("held"), 700), at));
        at(new HoldCaptured(wallet, hold, bill, won(700), entry(account("held"), "revenue:charging", 700), at));
        return this;
    }

    public Gift giveBack() {
        LedgerEntry credit = entry("clearing:refund", account("available"), 200);
        at(new FundsCredited(wallet, "refund-1/1", won(200), CreditSource.REFUND, credit, hold, at));
        LedgerEntry back = entry(account("available"), points(), 200);
        at(new PointsReturned(wallet, hold, bill, "refund-1/1", part(200), won(200), back, at));
        return this;
    }

    public Gift expire() {
        at(new PointsExpired(wallet, lot, "due", won(500), entry(points(), "points:expired", 500), at));
        return this;
    }

    private void at(Object event) {
        at = at.plusSeconds(1);
        history.saga(at, event);
    }

    private String points() {
        return account("points");
    }

    private String account(String name) {
        return "member:" + wallet.value() + ":" + name;
    }

    private List<PointsPart> part(long amount) {
        return List.of(new PointsPart(lot, won(amount)));
    }

    private static LedgerEntry entry(String debit, String credit, long amount) {
        return LedgerEntry.of(debit, credit, won(amount));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
