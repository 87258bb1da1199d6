package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened in a wallet: each movement with its balanced ledger entry. */
public sealed interface WalletEvent {

    WalletId wallet();

    @Revision("1")
    record FundsCredited(
            WalletId wallet, String creditId, Money amount, CreditSource source, LedgerEntry entry, Instant creditedAt)
            implements WalletEvent {}

    /** The wallet does not take what it was offered, now or later. */
    @Revision("1")
    record CreditRefused(
            WalletId wallet,
            String creditId,
            Money amount,
            CreditSource source,
            String code,
            String detail,
            Instant refusedAt)
            implements WalletEvent {}

    /** On their way to another wallet. */
    @Revision("1")
    record FundsSent(WalletId wallet, String transfer, WalletId to, Money amount, LedgerEntry entry, Instant sentAt)
            implements WalletEvent {}

    @Revision("1")
    record FundsHeld(WalletId wallet, HoldId hold, BillId bill, Money amount, LedgerEntry entry, Instant heldAt)
            implements WalletEvent {}

    /** Nothing was there to hold. */
    @Revision("1")
    record HoldRefused(WalletId wallet, HoldId hold, BillId bill, Money requested, String reason, Instant refusedAt)
            implements WalletEvent {}

    @Revision("1")
    record HoldCaptured(WalletId wallet, HoldId hold, BillId bill, Money amount, LedgerEntry entry, Instant capturedAt)
            implements WalletEvent {}

    @Revision("1")
    record HoldReleased(WalletId wallet, HoldId hold, BillId bill, Money amount, LedgerEntry entry, Instant releasedAt)
            implements WalletEvent {}

    @Revision("1")
    record WalletClosed(WalletId wallet, String reason, String by, Instant closedAt) implements WalletEvent {}

    @Revision("1")
    record WalletReopened(WalletId wallet, String reason, String by, Instant reopenedAt) implements WalletEvent {}
}
