package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a wallet; the first command opens it, in the currency that it brings. */
public sealed interface WalletCommand {

    WalletId wallet();

    /**
     * Gives points that can be spent until they expire, once for each lot. Refused with {@code expiry-invalid} where they would
     * be expired already, with {@code currency-mismatch} and {@code wallet-closed} as credits are.
     */
    record GrantPoints(
            @TargetAggregateIdentifier WalletId wallet,
            PointsLotId lot,
            Money amount,
            Instant expiresAt,
            String reason,
            String by,
            Instant at)
            implements WalletCommand {}

    /** The time of a lot is over: what is left of it is nobody's. Refused with {@code points-not-due} before; repeating it changes nothing. */
    record ExpirePoints(@TargetAggregateIdentifier WalletId wallet, PointsLotId lot, Instant at)
            implements WalletCommand {}

    /**
     * Adds funds, once for each {@code creditId}; refused with {@code currency-mismatch} in another currency. What is new to
     * the platform's debt is refused with {@code wallet-closed} where the wallet is closed and, where a member paid or sent it,
     * with {@code balance-limit} above what a wallet may have; what only comes back is always taken.
     *
     * @param hold which a refund gives back, money first and then points; absent for all else
     */
    record CreditWallet(
            @TargetAggregateIdentifier WalletId wallet,
            String creditId,
            Money amount,
            CreditSource source,
            @Nullable HoldId hold,
            Instant at)
            implements WalletCommand {

        public CreditWallet(WalletId wallet, String creditId, Money amount, CreditSource source, Instant at) {
            this(wallet, creditId, amount, source, null, at);
        }
    }

    /**
     * The same for a process, which must hear the same answer however often it asks: never refused, but recorded as
     * {@code CreditRefused}; from then on no credit of that id is taken. Answers a {@link FundsAnswer}.
     */
    record OfferFunds(
            @TargetAggregateIdentifier WalletId wallet, String creditId, Money amount, CreditSource source, Instant at)
            implements WalletCommand {}

    /**
     * Sends funds to another member's wallet, once for each transfer id; refused with {@code insufficient-funds} above what is
     * available. They come back where the other wallet cannot take them.
     *
     * @param transfer the sender's own id
     */
    record SendFunds(@TargetAggregateIdentifier WalletId wallet, String transfer, WalletId to, Money amount, Instant at)
            implements WalletCommand {}

    /**
     * Sets funds aside for a bill, as much as there is up to {@code upTo}, points first and of these the first to expire: never refused, but recorded as
     * {@code HoldRefused} where there is nothing to hold. Once for each hold id.
     */
    record HoldFunds(@TargetAggregateIdentifier WalletId wallet, HoldId hold, BillId bill, Money upTo, Instant at)
            implements WalletCommand {}

    /** Refused with {@code hold-expired} where it came too late, with {@code hold-conflict} where nothing is held. */
    record CaptureHold(@TargetAggregateIdentifier WalletId wallet, HoldId hold, Instant at) implements WalletCommand {}

    record ReleaseHold(@TargetAggregateIdentifier WalletId wallet, HoldId hold, Instant at) implements WalletCommand {}

    /** Its time is over: what nobody captured or released is the member's again; changes nothing where somebody did. */
    record ExpireHold(@TargetAggregateIdentifier WalletId wallet, HoldId hold, Instant at) implements WalletCommand {}

    /** Nothing new comes in or is held from now on; what is in it stays. Repeating it changes nothing. */
    record CloseWallet(@TargetAggregateIdentifier WalletId wallet, String reason, String by, Instant at)
            implements WalletCommand {}

    record ReopenWallet(@TargetAggregateIdentifier WalletId wallet, String reason, String by, Instant at)
            implements WalletCommand {}
}
