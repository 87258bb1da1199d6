package io.voltledger.api.tariff;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tariff's content in OCPI's structure.
 *
 * @param name what operators call it
 * @param currency ISO 4217
 * @param zone where its times of day and dates are local
 * @param taxIncluded whether prices hold the VAT already
 * @param elements in order: for each dimension the first whose restrictions hold wins
 * @param minPrice what a session costs at least
 * @param maxPrice what a session costs at most
 */
public record Tariff(
        String name,
        Currency currency,
        ZoneId zone,
        boolean taxIncluded,
        List<TariffElement> elements,
        @Nullable PriceLimit minPrice,
        @Nullable PriceLimit maxPrice) {

    public Tariff {
        elements = List.copyOf(elements);
    }
}
