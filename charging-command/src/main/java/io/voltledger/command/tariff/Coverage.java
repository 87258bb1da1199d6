package io.voltledger.command.tariff;

import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.api.tariff.TariffRestrictions.ReservationRestriction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether each price of a tariff can win somewhere, and whether what has a price somewhere has one everywhere. Looks at one
 * moment of each stretch within which no restriction switches, by the same rules as rating does.
 *
 * <p>Parking may be free at times, as a grace period is, and so may reservations; energy and charging time are free only where
 * an element says so with a price of zero.
 */
final class Coverage {

    private static final Set<TariffDimension> WITHOUT_GAP = Set.of(TariffDimension.ENERGY, TariffDimension.TIME);

    private final List<TariffElement> elements;
    private final Set<Place> winners = new HashSet<>();
    private final Map<TariffDimension, Moment> gaps = new HashMap<>();

    private Coverage(Tariff tariff) {
        this.elements = tariff.elements();
    }

    /** A price component of an element, by its dimension. */
    private record Place(int element, TariffDimension dimension) {}

    /** What competes with each other: prices of one dimension for one kind of time. */
    private record Contest(@Nullable ReservationRestriction reservation, TariffDimension dimension) {}

    static List<Fault> faults(Tariff tariff) {
        Coverage coverage = new Coverage(tariff);
        Optional<List<Moment>> moments = Moments.of(tariff);
        if (moments.isEmpty()) {
            return List.of(new Fault("elements", "have more restrictions than can be checked"));
        }
        moments.get().forEach(coverage::look);
        return coverage.faults();
    }

    private void look(Moment moment) {
        Set<Contest> won = new HashSet<>();
        for (int place = 0; place < elements.size(); place++) {
            TariffElement element = elements.get(place);
            if (Applicability.holds(element.restrictions(), moment)) {
                for (PriceComponent component : element.priceComponents()) {
                    if (won.add(new Contest(reservationOf(element), component.type()))) {
                        winners.add(new Place(place, component.type()));
                    }
                }
            }
        }
        for (TariffDimension dimension : WITHOUT_GAP) {
            if (!won.contains(new Contest(null, dimension))) {
                gaps.putIfAbsent(dimension, moment);
            }
        }
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<TariffDimension> priced = new HashSet<>();
        for (int place = 0; place < elements.size(); place++) {
            TariffElement element = elements.get(place);
            List<PriceComponent> components = element.priceComponents();
            for (int index = 0; index < components.size(); index++) {
                TariffDimension dimension = components.get(index).type();
                if (!winners.contains(new Place(place, dimension))) {
                    faults.add(new Fault(
                            "elements[" + place + "].priceComponents[" + index + "]",
                            "can never win: an element before it always holds for " + dimension));
                }
                if (reservationOf(element) == null && priced.add(dimension) && gaps.containsKey(dimension)) {
                    faults.add(new Fault(
                            "elements",
                            "leave a gap: nothing prices " + dimension + " " + Moments.words(gaps.get(dimension))
                                    + "; say 0 where it is free"));
                }
            }
        }
        return faults;
    }

    private static @Nullable ReservationRestriction reservationOf(TariffElement element) {
        TariffRestrictions restrictions = element.restrictions();
        return restrictions == null ? null : restrictions.reservation();
    }
}
