package io.voltledger.api.tariff;

import org.jspecify.annotations.Nullable;

/**
 * The meter around a stretch of a session: its energy was counted between these two registers.
 *
 * @param before the last one counted by its beginning; absent where the session began without one
 * @param after the first one counted from its end on; absent where none came
 */
public record Metered(@Nullable MeterPoint before, @Nullable MeterPoint after) {}
