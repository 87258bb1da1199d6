package io.voltledger.query.audit;

import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.token.TokenEvent.TokenRestrictionLifted;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import java.util.Optional;

/** Which session an event concerns: its own, or that of the bill it names. */
final class Concerned {

    private Concerned() {}

    /** Empty where it concerns none, or where only earlier events can tell. */
    static Optional<SessionId> session(Object event) {
        return switch (event) {
            case SessionEvent e -> Optional.of(e.session());
            case BillEvent e -> session(e.bill());
            case PaymentEvent e -> session(e.bill());
            case RefundEvent e -> session(e.bill());
            case FundsHeld e -> session(e.bill());
            case HoldRefused e -> session(e.bill());
            case HoldCaptured e -> session(e.bill());
            case HoldReleased e -> session(e.bill());
            case PointsUsed e -> session(e.bill());
            case PointsReturned e -> session(e.bill());
            case HoldExpired e -> session(e.bill());
            case TokenRestricted e -> session(e.bill());
            case TokenRestrictionLifted e -> session(e.bill());
            case NotificationRequested e -> Optional.ofNullable(e.session());
            default -> Optional.empty();
        };
    }

    /** The other way round of {@link BillId#of}. */
    private static Optional<SessionId> session(BillId bill) {
        return Optional.of(new SessionId(bill.value()));
    }
}
