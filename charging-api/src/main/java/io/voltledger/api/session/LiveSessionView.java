package io.voltledger.api.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as who watches it sees it move.
 *
 * @param energy drawn so far
 * @param cost so far, with tax; absent without a tariff
 * @param power in W, as last read
 */
public record LiveSessionView(
        SessionId id,
        StationId station,
        ConnectorId connector,
        @Nullable IdToken token,
        @Nullable MemberId member,
        SessionState state,
        @Nullable ChargingState charging,
        Energy energy,
        @Nullable Money cost,
        @Nullable BigDecimal power,
        Instant startedAt,
        Instant updatedAt) {}
