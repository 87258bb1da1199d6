package io.voltledger.query.console;

import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.PriceLimit;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as a person would say it.
 *
 * @param elements in order: for each thing that is priced, the first that holds wins
 * @param limits what a session costs at least and at most; empty where nothing is said
 */
record TariffWords(List<Element> elements, List<String> limits) {

    /**
     * @param when it holds
     * @param prices with their VAT and steps
     */
    record Element(String when, List<String> prices) {}

    static TariffWords of(Tariff tariff) {
        List<String> limits = new ArrayList<>();
        limit("at least", tariff.minPrice(), tariff).ifPresent(limits::add);
        limit("at most", tariff.maxPrice(), tariff).ifPresent(limits::add);
        return new TariffWords(
                tariff.elements().stream()
                        .map(element -> words(element, tariff))
                        .toList(),
                limits);
    }

    private static Element words(TariffElement element, Tariff tariff) {
        TariffRestrictions restrictions = element.restrictions();
        boolean reserved = restrictions != null && restrictions.reservation() != null;
        return new Element(
                restrictions == null ? RestrictionWords.ALWAYS : RestrictionWords.of(restrictions),
                element.priceComponents().stream()
                        .map(component -> price(component, tariff, reserved))
                        .toList());
    }

    private static String price(PriceComponent component, Tariff tariff, boolean reserved) {
        String per = switch (component.type()) {
            case ENERGY -> "per kWh";
            case FLAT -> "per session";
            case PARKING_TIME -> "per hour parked";
            case TIME -> reserved ? "per hour reserved" : "per hour of charging";
        };
        return Stream.of(
                        Show.INSTANCE.price(component.price(), tariff.currency()) + " " + per,
                        vat(component.vat(), tariff.taxIncluded()),
                        step(component))
                .filter(words -> !words.isEmpty())
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
    }

    private static String vat(@Nullable BigDecimal vat, boolean included) {
        if (vat == null) {
            return "no VAT";
        }
        String rate = Show.INSTANCE.number(vat) + " % VAT";
        return included ? rate + " included" : "plus " + rate;
    }

    private static String step(PriceComponent component) {
        if (component.stepSize() == 1) {
            return "";
        }
        return switch (component.type()) {
            case ENERGY -> "by steps of " + component.stepSize() + " Wh";
            case PARKING_TIME, TIME -> "by steps of " + component.stepSize() + " s";
            case FLAT -> "";
        };
    }

    private static Optional<String> limit(String word, @Nullable PriceLimit limit, Tariff tariff) {
        return Optional.ofNullable(limit).map(given -> {
            BigDecimal after = given.afterTaxes();
            return word + " " + Show.INSTANCE.price(given.beforeTaxes(), tariff.currency()) + " before tax"
                    + (after == null ? "" : ", " + Show.INSTANCE.price(after, tariff.currency()) + " with tax");
        });
    }
}
