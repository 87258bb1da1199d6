package io.voltledger.api.chargepoint;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about what stations keep. */
public sealed interface StationBookQuery {

    /** Answers a {@link ReservationPage}, latest first. What is absent does not restrict. */
    record ListReservations(StationId station, @Nullable ReservationStatus status, PageRequest page)
            implements StationBookQuery {}

    /** Answers an {@code Optional<ReservationView>}. */
    record FindReservation(StationId station, int reservation) implements StationBookQuery {}

    /** Answers {@link StoredChargingProfiles}, in the order of connectors, purposes and stack levels. */
    record ListChargingProfiles(StationId station) implements StationBookQuery {}

    /** Answers an {@code Optional<LocalListView>}. */
    record FindLocalList(StationId station) implements StationBookQuery {}

    /** @param next cursor of the following page; absent at the end */
    record ReservationPage(
            List<ReservationView> items, @Nullable String next) {}

    /** A list like all others; a station keeps few, so there is one page. */
    record StoredChargingProfiles(
            List<StoredChargingProfileView> items, @Nullable String next) {}
}
