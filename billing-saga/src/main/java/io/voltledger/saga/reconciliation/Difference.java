package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What two sides do not agree on.
 *
 * @param key of the movement it was seen by; empty where it is of all that ever moved of the subject
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
        return id(kind, subject, key);
    }

    static String id(DifferenceKind kind, String subject, String key) {
        return "rc-" + UUID.nameUUIDFromBytes((kind + "\n" + subject + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** What the same movement is where the other side alone has it. */
    Optional<DifferenceKind> counterpart() {
        return switch (kind) {
            case TAKEN_NOT_BOOKED -> Optional.of(DifferenceKind.BOOKED_NOT_TAKEN);
            case BOOKED_NOT_TAKEN -> Optional.of(DifferenceKind.TAKEN_NOT_BOOKED);
            case RETURNED_NOT_BOOKED -> Optional.of(DifferenceKind.BOOKED_NOT_RETURNED);
            case BOOKED_NOT_RETURNED -> Optional.of(DifferenceKind.RETURNED_NOT_BOOKED);
            case UNKNOWN_ORDER, AMOUNT_DIFFERS, NOT_ON_A_BILL, NOT_IN_A_WALLET -> Optional.empty();
        };
    }

    /** Of one side, where only one has it. */
    Money amount() {
        Money amount = provider == null ? books : provider;
        if (amount == null) {
            throw new IllegalStateException("a difference is one of money");
        }
        return amount;
    }
}
