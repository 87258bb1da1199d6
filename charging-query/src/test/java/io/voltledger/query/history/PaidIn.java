package io.voltledger.query.history;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpCompleted;
import io.voltledger.api.topup.TopUpEvent.TopUpOutcomeUnknown;
import io.voltledger.api.topup.TopUpEvent.TopUpRefused;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpEvent.TopUpReturned;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent.CreditRefused;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.WalletClosed;
import io.voltledger.api.wallet.WalletId;
import java.time.Instant;

/** Top-ups of one member's wallet. */
public final class PaidIn {

    private final History history;
    private final MemberId member;
    private final WalletId wallet;
    private final Money amount;
    private final Instant at;

    public PaidIn(History history, MemberId member, long amount, Instant at) {
        this.history = history;
        this.member = member;
        this.wallet = WalletId.of(member);
        this.amount = Money.of(amount, "KRW");
        this.at = at;
    }

    /** Charged, though nobody could tell at first, and in the wallet. */
    public PaidIn complete(String key) {
        TopUpId topUp = charge(key);
        LedgerEntry entry = LedgerEntry.of("clearing:top-up", "member:" + member.value() + ":available", amount);
        history.saga(at, new FundsCredited(wallet, topUp.toString(), amount, CreditSource.TOP_UP, entry, at));
        history.saga(at, new TopUpCompleted(topUp, member, amount, at));
        return this;
    }

    public PaidIn close() {
        history.operator(at, new WalletClosed(wallet, "moved abroad", "kim", at));
        return this;
    }

    /** Charged, not taken by the wallet, and back on the card. */
    public PaidIn sendBack(String key) {
        TopUpId topUp = charge(key);
        history.saga(
                at,
                new CreditRefused(
                        wallet,
                        topUp.toString(),
                        amount,
                        CreditSource.TOP_UP,
                        "wallet-closed",
                        "The wallet is closed",
                        at));
        history.saga(
                at, new TopUpRefused(topUp, member, amount, "pay-" + key, "wallet-closed", "The wallet is closed", at));
        history.worker(at, new TopUpReturned(topUp, member, amount, at));
        return this;
    }

    private TopUpId charge(String key) {
        TopUpId topUp = TopUpId.of(member, key);
        OrderId order = OrderId.standingFor(topUp.toString());
        history.operator(at, new TopUpRequested(topUp, member, amount, order, at));
        history.worker(at, new TopUpOutcomeUnknown(topUp, member, order, "no answer", at));
        history.worker(at, new TopUpCharged(topUp, member, amount, "pay-" + key, at));
        return topUp;
    }
}
