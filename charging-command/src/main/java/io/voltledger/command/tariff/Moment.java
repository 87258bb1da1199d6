package io.voltledger.command.tariff;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What restrictions are held against.
 *
 * @param local time at the tariff's place
 * @param elapsed seconds of the session, or of the reservation, so far
 * @param drawn Wh of the session so far
 * @param power in kW; absent where it is unknown
 * @param current in A; absent where it is unknown
 */
record Moment(
        ZonedDateTime local,
        BigDecimal elapsed,
        BigDecimal drawn,
        @Nullable BigDecimal power,
        @Nullable BigDecimal current) {}
