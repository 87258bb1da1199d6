package io.voltledger.command.tariff;

import io.voltledger.api.tariff.ChargingPeriod.Activity;
import java.math.BigDecimal;

/**
 * A part of a charging period within which no restriction switches.
 *
 * @param start holds for the whole slice
 * @param seconds how long it is
 * @param drawn Wh in it
 */
record Slice(Activity activity, Moment start, BigDecimal seconds, BigDecimal drawn) {}
