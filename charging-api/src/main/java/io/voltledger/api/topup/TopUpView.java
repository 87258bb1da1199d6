package io.voltledger.api.topup;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up of a wallet.
 *
 * @param order what the provider knows it by
 * @param problem why it was declined, why its outcome is unknown, why the wallet did not take it, or how it went back by hand
 */
public record TopUpView(
        TopUpId id,
        MemberId member,
        Money amount,
        OrderId order,
        TopUpState state,
        @Nullable String problem,
        @Nullable String providerKey,
        Instant requestedAt,
        Instant updatedAt) {}
