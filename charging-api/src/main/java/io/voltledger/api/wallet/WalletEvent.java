package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened in a wallet: each movement with its balanced ledger entry. */
public sealed interface WalletEvent {

    WalletId wallet();

    /** @param hold which a refund gives back; absent for all else */
    @Revision("1")
    record FundsCredited(
            WalletId wallet,
            String creditId,
            Money amount,
            CreditSource source,
            LedgerEntry entry,
            @Nullable HoldId hold,
            Instant creditedAt)
            implements WalletEvent {

        public FundsCredited(
                WalletId wallet,
                String creditId,
                Money amount,
                CreditSource source,
                LedgerEntry entry,
                Instant creditedAt) {
            this(wallet, creditId, amount, source, entry, null, creditedAt);
        }
    }

    /** Points that can be spent until they expire. */
    @Revision("1")
    record PointsGranted(
            WalletId wallet,
            PointsLotId lot,
            Money amount,
            Instant expiresAt,
            String reason,
            String by,
            LedgerEntry entry,
            Instant grantedAt)
            implements WalletEvent {}

    /** Points became funds for a hold, which follows. */
    @Revision("1")
    record PointsUsed(
            WalletId wallet,
            HoldId hold,
            BillId bill,
            List<PointsPart> parts,
            Money amount,
            LedgerEntry entry,
            Instant usedAt)
            implements WalletEvent {

        public PointsUsed {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Funds that came back became the points again that they had been, each in its lot.
     *
     * @param cause the hold that ended, or the refund's credit
     */
    @Revision("1")
    record PointsReturned(
            WalletId wallet,
            HoldId hold,
            BillId bill,
            String cause,
            List<PointsPart> parts,
            Money amount,
            LedgerEntry entry,
            Instant returnedAt)
            implements WalletEvent {

        public PointsReturned {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Nobody spent them in time.
     *
     * @param cause {@code due}, or what brought them back after their time
     */
    @Revision("1")
    record PointsExpired(
            WalletId wallet, PointsLotId lot, String cause, Money amount, LedgerEntry entry, Instant expiredAt)
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

    /** Nobody captured or released it in time. */
    @Revision("1")
    record HoldExpired(WalletId wallet, HoldId hold, BillId bill, Money amount, LedgerEntry entry, Instant expiredAt)
            implements WalletEvent {}

    @Revision("1")
    record WalletClosed(WalletId wallet, String reason, String by, Instant closedAt) implements WalletEvent {}

    @Revision("1")
    record WalletReopened(WalletId wallet, String reason, String by, Instant reopenedAt) implements WalletEvent {}
}
