package io.voltledger.command.tariff;

import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.api.tariff.TariffRestrictions.ReservationRestriction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which price holds: for each dimension the first element whose restrictions hold; none makes the dimension free. */
final class Prices {

    private final List<TariffElement> elements;
    private final boolean reservationExpired;

    /** @param reservationExpired whether a reservation was not followed by a session */
    Prices(Tariff tariff, boolean reservationExpired) {
        this.elements = tariff.elements();
        this.reservationExpired = reservationExpired;
    }

    Optional<PriceComponent> of(TariffDimension dimension, Slice slice) {
        if (slice.activity() != Activity.RESERVED) {
            return first(null, dimension, slice).findFirst();
        }
        Stream<PriceComponent> expiry = reservationExpired
                ? first(ReservationRestriction.RESERVATION_EXPIRES, dimension, slice)
                : Stream.empty();
        return Stream.concat(expiry, first(ReservationRestriction.RESERVATION, dimension, slice))
                .findFirst();
    }

    private Stream<PriceComponent> first(
            @Nullable ReservationRestriction reservation, TariffDimension dimension, Slice slice) {
        return elements.stream()
                .filter(element -> reservationOf(element.restrictions()) == reservation
                        && Applicability.holds(element.restrictions(), slice.start()))
                .flatMap(element -> element.priceComponents().stream())
                .filter(component -> component.type() == dimension);
    }

    private static @Nullable ReservationRestriction reservationOf(@Nullable TariffRestrictions restrictions) {
        return restrictions == null ? null : restrictions.reservation();
    }
}
