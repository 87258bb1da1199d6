package io.voltledger.api.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OCPI's TariffElement: prices, and when they apply.
 *
 * @param priceComponents at least one, at most one of a dimension
 * @param restrictions absent means always
 */
public record TariffElement(
        List<PriceComponent> priceComponents, @Nullable TariffRestrictions restrictions) {

    public TariffElement {
        priceComponents = List.copyOf(priceComponents);
    }
}
