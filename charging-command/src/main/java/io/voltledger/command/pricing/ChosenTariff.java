package io.voltledger.command.pricing;

import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.tariff.FrozenTariff;
import org.jspecify.annotations.Nullable;

/**
 * A tariff, and why it is this one.
 *
 * @param choice absent where somebody named it
 */
public record ChosenTariff(FrozenTariff tariff, @Nullable TariffChoice choice) {}
