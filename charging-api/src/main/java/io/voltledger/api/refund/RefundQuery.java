package io.voltledger.api.refund;

import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about refunds. */
public sealed interface RefundQuery {

    /** Answers an {@code Optional<RefundView>}. */
    record FindRefund(RefundId refund) implements RefundQuery {}

    /** Answers a {@link RefundPage}, newest first. What is absent does not restrict. */
    record ListRefunds(@Nullable BillId bill, @Nullable RefundState state, PageRequest page) implements RefundQuery {}

    /** @param next cursor of the following page; absent at the end */
    record RefundPage(List<RefundView> items, @Nullable String next) {}
}
