package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's prepaid funds.
 *
 * @param available what can be held
 * @param held what is set aside for bills
 * @param points what can be spent of points, on top of what is available; each lot until it expires
 * @param closedAt since when nothing new comes in; absent while it is open
 */
public record WalletView(
        MemberId member,
        Money available,
        Money held,
        Money points,
        Instant updatedAt,
        @Nullable Instant closedAt) {}
