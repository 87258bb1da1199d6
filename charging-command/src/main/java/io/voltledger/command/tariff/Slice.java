package io.voltledger.command.tariff;

import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.Metered;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a charging period within which no restriction switches.
 *
 * @param start holds for the whole slice
 * @param end when the next one begins
 * @param seconds how long it is
 * @param drawn Wh in it
 * @param metered what the period's energy was counted from
 */
record Slice(
        Activity activity,
        Moment start,
        Instant end,
        BigDecimal seconds,
        BigDecimal drawn,
        @Nullable Metered metered) {}
