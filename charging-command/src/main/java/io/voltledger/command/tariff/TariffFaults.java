package io.voltledger.command.tariff;

import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.PriceLimit;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps a tariff from being published, in words for people. */
final class TariffFaults {

    private static final Set<TariffDimension> RESERVABLE = Set.of(TariffDimension.FLAT, TariffDimension.TIME);

    private final List<String> found = new ArrayList<>();

    private TariffFaults() {}

    static List<String> of(Tariff tariff) {
        TariffFaults faults = new TariffFaults();
        faults.check(tariff);
        return List.copyOf(faults.found);
    }

    private void check(Tariff tariff) {
        require(!tariff.name().isBlank(), "the name is blank");
        require(tariff.currency().getDefaultFractionDigits() >= 0, tariff.currency() + " has no minor unit");
        require(!tariff.elements().isEmpty(), "there is no element");
        tariff.elements().forEach(this::check);
        check(tariff.minPrice(), "minPrice");
        check(tariff.maxPrice(), "maxPrice");
        PriceLimit least = tariff.minPrice();
        PriceLimit most = tariff.maxPrice();
        if (least != null && most != null) {
            ordered(least.beforeTaxes(), most.beforeTaxes(), "minPrice and maxPrice before taxes", true);
            ordered(least.afterTaxes(), most.afterTaxes(), "minPrice and maxPrice after taxes", true);
        }
    }

    private void check(TariffElement element) {
        List<PriceComponent> components = element.priceComponents();
        require(!components.isEmpty(), "an element has no price");
        require(
                components.stream().map(PriceComponent::type).distinct().count() == components.size(),
                "an element prices a dimension twice");
        components.forEach(this::check);
        TariffRestrictions restrictions = element.restrictions();
        if (restrictions != null) {
            check(restrictions);
            require(
                    restrictions.reservation() == null
                            || RESERVABLE.containsAll(components.stream()
                                    .map(PriceComponent::type)
                                    .collect(Collectors.toSet())),
                    "a reservation can be priced FLAT and by TIME only");
        }
    }

    private void check(PriceComponent component) {
        BigDecimal vat = component.vat();
        require(component.price().signum() >= 0, "a price is negative");
        require(vat == null || vat.signum() >= 0, "a VAT rate is negative");
    }

    private void check(@Nullable PriceLimit limit, String name) {
        if (limit != null) {
            BigDecimal after = limit.afterTaxes();
            require(limit.beforeTaxes().signum() >= 0, name + " is negative");
            require(
                    after == null || after.compareTo(limit.beforeTaxes()) >= 0,
                    name + " is less after taxes than before");
        }
    }

    private void check(TariffRestrictions restrictions) {
        require(
                restrictions.startTime() == null || !restrictions.startTime().equals(restrictions.endTime()),
                "startTime equals endTime");
        ordered(restrictions.startDate(), restrictions.endDate(), "startDate and endDate", false);
        ordered(restrictions.minKwh(), restrictions.maxKwh(), "minKwh and maxKwh", false);
        ordered(restrictions.minCurrent(), restrictions.maxCurrent(), "minCurrent and maxCurrent", false);
        ordered(restrictions.minPower(), restrictions.maxPower(), "minPower and maxPower", false);
        ordered(restrictions.minDuration(), restrictions.maxDuration(), "minDuration and maxDuration", false);
    }

    private <T extends Comparable<? super T>> void ordered(
            @Nullable T least, @Nullable T most, String names, boolean mayBeEqual) {
        if (least != null && most != null) {
            int order = least.compareTo(most);
            require(order < 0 || (mayBeEqual && order == 0), names + " are not in order");
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            found.add(fault);
        }
    }
}
