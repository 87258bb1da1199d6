package io.voltledger.query.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletMovementView.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to a wallet: by how many minor units it changes what is available and what is held.
 *
 * @param id the same whenever the same event is read
 */
record Movement(
        String id,
        Kind kind,
        Money amount,
        long available,
        long held,
        @Nullable CreditSource source,
        @Nullable BillId bill,
        Instant at) {

    static Movement of(WalletEvent event) {
        return switch (event) {
            case FundsCredited e -> {
                long amount = e.amount().amount();
                yield new Movement(
                        e.creditId() + "/credit", Kind.CREDIT, e.amount(), amount, 0, e.source(), null, e.creditedAt());
            }
            case FundsSent e ->
                new Movement(
                        e.transfer() + "/sent",
                        Kind.SENT,
                        e.amount(),
                        -e.amount().amount(),
                        0,
                        null,
                        null,
                        e.sentAt());
            case FundsHeld e -> {
                long amount = e.amount().amount();
                yield new Movement(
                        e.hold().value() + "/hold", Kind.HOLD, e.amount(), -amount, amount, null, e.bill(), e.heldAt());
            }
            case HoldRefused e ->
                new Movement(
                        e.hold().value() + "/refused",
                        Kind.HOLD_REFUSED,
                        e.requested(),
                        0,
                        0,
                        null,
                        e.bill(),
                        e.refusedAt());
            case HoldCaptured e -> {
                long amount = e.amount().amount();
                yield new Movement(
                        e.hold().value() + "/capture",
                        Kind.CAPTURE,
                        e.amount(),
                        0,
                        -amount,
                        null,
                        e.bill(),
                        e.capturedAt());
            }
            case HoldReleased e -> {
                long amount = e.amount().amount();
                yield new Movement(
                        e.hold().value() + "/release",
                        Kind.RELEASE,
                        e.amount(),
                        amount,
                        -amount,
                        null,
                        e.bill(),
                        e.releasedAt());
            }
        };
    }
}
