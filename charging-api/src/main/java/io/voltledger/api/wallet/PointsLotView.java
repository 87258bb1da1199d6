package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that were granted together.
 *
 * @param granted how many there were
 * @param left what can be spent until {@code expiresAt}; what is set aside for a bill or spent is not in it
 * @param expired what nobody spent in time
 * @param reason why they were granted, for the member to read
 * @param expiredAt when the last of them expired; absent while none did
 */
public record PointsLotView(
        PointsLotId lot,
        Money granted,
        Money left,
        Money expired,
        String reason,
        String grantedBy,
        Instant grantedAt,
        Instant expiresAt,
        @Nullable Instant expiredAt) {}
