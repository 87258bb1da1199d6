package io.voltledger.api.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One point of a session's curve.
 *
 * @param energy drawn in the session by then
 * @param power in W
 */
public record SessionReadingView(
        Instant at,
        Energy energy,
        @Nullable BigDecimal power,
        @Nullable Money cost) {}
