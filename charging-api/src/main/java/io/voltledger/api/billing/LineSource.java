package io.voltledger.api.billing;

import io.voltledger.api.tariff.Metered;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a session that a line charges for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param quantity in the line's unit, before steps; energy between two registers is taken as drawn evenly
 * @param metered the registers and events around it; absent where no meter counted
 */
public record LineSource(
        Instant from,
        Instant to,
        BigDecimal quantity,
        @Nullable Metered metered) {}
