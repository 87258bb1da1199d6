package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What two sides do not agree on.
 *
 * @param key of the movement it was seen by
 */
record Difference(
        DifferenceKind kind,
        String key,
        String subject,
        @Nullable BillId bill,
        @Nullable Money provider,
        @Nullable Money books) {

    /** The same whenever it is found again. */
    String id() {
        return "rc-" + UUID.nameUUIDFromBytes((kind + "\n" + subject + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    String currency() {
        Money amount = provider == null ? books : provider;
        if (amount == null) {
            throw new IllegalStateException("a difference is one of money");
        }
        return amount.currency().getCurrencyCode();
    }
}
