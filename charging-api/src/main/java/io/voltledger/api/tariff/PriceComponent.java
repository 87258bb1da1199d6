package io.voltledger.api.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * OCPI's PriceComponent.
 *
 * @param price per unit in the currency's major unit (0.25 EUR per kWh), before tax unless the tariff says otherwise
 * @param vat percent; absent means that no VAT applies
 * @param stepSize Wh for energy, seconds for times; 1 or more
 */
public record PriceComponent(
        TariffDimension type, BigDecimal price, @Nullable BigDecimal vat, int stepSize) {

    public PriceComponent {
        if (stepSize < 1) {
            throw new IllegalArgumentException("stepSize is below 1: " + stepSize);
        }
    }
}
