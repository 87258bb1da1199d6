package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a wallet.
 *
 * @param id the credit or hold, with what happened to it
 * @param available what was available afterwards
 * @param held what was set aside afterwards
 * @param points what could be spent of points afterwards
 * @param source why it was credited
 */
public record WalletMovementView(
        String id,
        Kind kind,
        Money amount,
        Money available,
        Money held,
        Money points,
        @Nullable CreditSource source,
        @Nullable BillId bill,
        Instant at) {

    /** What moved. */
    public enum Kind {
        CREDIT,
        SENT,
        HOLD,
        HOLD_REFUSED,
        CAPTURE,
        RELEASE,
        /** Held funds that nobody captured or released in time. */
        EXPIRY,
        POINTS_GRANTED,
        /** Points became available funds for the hold that follows. */
        POINTS_USED,
        /** Available funds became points again. */
        POINTS_RETURNED,
        POINTS_EXPIRED
    }
}
