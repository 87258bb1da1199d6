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

/** What keeps a tariff from being published: each fault with the element that it is in. */
final class TariffFaults {

    private static final Set<TariffDimension> RESERVABLE = Set.of(TariffDimension.FLAT, TariffDimension.TIME);

    private final List<Fault> found = new ArrayList<>();

    private TariffFaults() {}

    static List<Fault> of(Tariff tariff) {
        TariffFaults faults = new TariffFaults();
        faults.check(tariff);
        return List.copyOf(faults.found.isEmpty() ? Coverage.faults(tariff) : faults.found);
    }

    private void check(Tariff tariff) {
        require(!tariff.name().isBlank(), "name", "is blank");
        require(
                tariff.currency().getDefaultFractionDigits() >= 0,
                "currency",
                tariff.currency() + " has no minor unit");
        require(!tariff.elements().isEmpty(), "elements", "there is no element");
        for (int place = 0; place < tariff.elements().size(); place++) {
            check(tariff.elements().get(place), "elements[" + place + "]");
        }
        check(tariff.minPrice(), "minPrice");
        check(tariff.maxPrice(), "maxPrice");
        PriceLimit least = tariff.minPrice();
        PriceLimit most = tariff.maxPrice();
        if (least != null && most != null) {
            ordered(least.beforeTaxes(), most.beforeTaxes(), "maxPrice.beforeTaxes", "minPrice", true);
            ordered(least.afterTaxes(), most.afterTaxes(), "maxPrice.afterTaxes", "minPrice", true);
        }
    }

    private void check(TariffElement element, String path) {
        List<PriceComponent> components = element.priceComponents();
        require(!components.isEmpty(), path, "has no price");
        require(
                components.stream().map(PriceComponent::type).distinct().count() == components.size(),
                path,
                "prices a dimension twice");
        for (int place = 0; place < components.size(); place++) {
            check(components.get(place), path + ".priceComponents[" + place + "]");
        }
        TariffRestrictions restrictions = element.restrictions();
        if (restrictions != null) {
            check(restrictions, path + ".restrictions");
            require(
                    restrictions.reservation() == null
                            || RESERVABLE.containsAll(components.stream()
                                    .map(PriceComponent::type)
                                    .collect(Collectors.toSet())),
                    path,
                    "a reservation can be priced FLAT and by TIME only");
        }
    }

    private void check(PriceComponent component, String path) {
        BigDecimal vat = component.vat();
        require(component.price().signum() >= 0, path + ".price", "is negative");
        require(vat == null || vat.signum() >= 0, path + ".vat", "is negative");
    }

    private void check(@Nullable PriceLimit limit, String path) {
        if (limit != null) {
            BigDecimal after = limit.afterTaxes();
            require(limit.beforeTaxes().signum() >= 0, path, "is negative");
            require(
                    after == null || after.compareTo(limit.beforeTaxes()) >= 0,
                    path,
                    "is less after taxes than before");
        }
    }

    private void check(TariffRestrictions restrictions, String path) {
        require(
                restrictions.startTime() == null || !restrictions.startTime().equals(restrictions.endTime()),
                path + ".endTime",
                "equals startTime");
        ordered(restrictions.startDate(), restrictions.endDate(), path + ".endDate", "startDate", false);
        ordered(restrictions.minKwh(), restrictions.maxKwh(), path + ".maxKwh", "minKwh", false);
        ordered(restrictions.minCurrent(), restrictions.maxCurrent(), path + ".maxCurrent", "minCurrent", false);
        ordered(restrictions.minPower(), restrictions.maxPower(), path + ".maxPower", "minPower", false);
        ordered(restrictions.minDuration(), restrictions.maxDuration(), path + ".maxDuration", "minDuration", false);
    }

    private <T extends Comparable<? super T>> void ordered(
            @Nullable T least, @Nullable T most, String path, String other, boolean mayBeEqual) {
        if (least != null && most != null) {
            int order = least.compareTo(most);
            require(
                    order < 0 || (mayBeEqual && order == 0),
                    path,
                    mayBeEqual ? "is less than " + other : "is not above " + other);
        }
    }

    private void require(boolean holds, String path, String problem) {
        if (!holds) {
            found.add(new Fault(path, problem));
        }
    }
}
