package io.voltledger.query.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletEvent;
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
import io.voltledger.api.wallet.WalletMovementView.Kind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to a wallet: by how many minor units it changes what is available, what is held and what there is of points.
 *
 * @param id the same whenever the same event is read
 */
record Movement(
        String id,
        Kind kind,
        Money amount,
        long available,
        long held,
        long points,
        @Nullable CreditSource source,
        @Nullable BillId bill,
        Instant at) {

    /** Empty where nothing moved. */
    static Optional<Movement> of(WalletEvent event) {
        return switch (event) {
            case FundsCredited e ->
                moved(e.creditId() + "/credit", Kind.CREDIT, e.amount(), 1, 0, e.source(), null, e.creditedAt());
            case FundsSent e -> moved(e.transfer() + "/sent", Kind.SENT, e.amount(), -1, 0, null, null, e.sentAt());
            case FundsHeld e ->
                moved(e.hold().value() + "/hold", Kind.HOLD, e.amount(), -1, 1, null, e.bill(), e.heldAt());
            case HoldRefused e ->
                moved(
                        e.hold().value() + "/refused",
                        Kind.HOLD_REFUSED,
                        e.requested(),
                        0,
                        0,
                        null,
                        e.bill(),
                        e.refusedAt());
            case HoldCaptured e ->
                moved(e.hold().value() + "/capture", Kind.CAPTURE, e.amount(), 0, -1, null, e.bill(), e.capturedAt());
            case HoldReleased e ->
                moved(e.hold().value() + "/release", Kind.RELEASE, e.amount(), 1, -1, null, e.bill(), e.releasedAt());
            case PointsGranted e ->
                points(e.lot().value() + "/granted", Kind.POINTS_GRANTED, e.amount(), 0, 1, null, e.grantedAt());
            case PointsUsed e ->
                points(e.hold().value() + "/drawn", Kind.POINTS_USED, e.amount(), 1, -1, e.bill(), e.usedAt());
            case PointsReturned e ->
                points(e.cause() + "/returned", Kind.POINTS_RETURNED, e.amount(), -1, 1, e.bill(), e.returnedAt());
            case PointsExpired e ->
                points(
                        e.lot().value() + "/expired/" + e.cause(),
                        Kind.POINTS_EXPIRED,
                        e.amount(),
                        0,
                        -1,
                        null,
                        e.expiredAt());
            case HoldExpired e ->
                moved(e.hold().value() + "/expiry", Kind.EXPIRY, e.amount(), 1, -1, null, e.bill(), e.expiredAt());
            case WalletEvent.CreditRefused e -> Optional.empty();
            case WalletEvent.WalletClosed e -> Optional.empty();
            case WalletEvent.WalletReopened e -> Optional.empty();
        };
    }

    /**
     * @param available whether it adds to (1) or takes from (-1) what is available
     * @param held the same of what is held
     */
    private static Optional<Movement> moved(
            String id,
            Kind kind,
            Money amount,
            int available,
            int held,
            @Nullable CreditSource source,
            @Nullable BillId bill,
            Instant at) {
        long units = amount.amount();
        return Optional.of(new Movement(id, kind, amount, available * units, held * units, 0, source, bill, at));
    }

    private static Optional<Movement> points(
            String id, Kind kind, Money amount, int available, int points, @Nullable BillId bill, Instant at) {
        long units = amount.amount();
        return Optional.of(new Movement(id, kind, amount, available * units, 0, points * units, null, bill, at));
    }
}
