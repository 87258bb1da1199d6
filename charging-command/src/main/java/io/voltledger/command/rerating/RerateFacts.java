package io.voltledger.command.rerating;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.tariff.FrozenTariff;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run.
 *
 * @param tariff absent before its first order
 * @param ordered the bills that it has had corrected
 */
record RerateFacts(@Nullable FrozenTariff tariff, Set<BillId> ordered) {

    static final RerateFacts NONE = new RerateFacts(null, Set.of());

    RerateFacts {
        ordered = Set.copyOf(ordered);
    }
}
