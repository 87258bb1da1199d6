package io.voltledger.api.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * OCPI's PriceLimit: what a session costs at least or at most, in the currency's major unit. Both hold separately.
 *
 * @param beforeTaxes the sum of the lines before tax
 * @param afterTaxes the sum with tax; absent means that only the other holds
 */
public record PriceLimit(BigDecimal beforeTaxes, @Nullable BigDecimal afterTaxes) {}
