package io.voltledger.api.admission;

import io.voltledger.api.PageRequest;
import io.voltledger.api.chargepoint.StationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about stations' ways in. */
public sealed interface AdmissionQuery {

    /** Answers an {@code Optional<StationSecurityView>}; empty where nothing was ever set for the station. */
    record FindStationSecurity(StationId station) implements AdmissionQuery {}

    /** Answers a {@link PendingStationPage}, latest first. What is absent does not restrict. */
    record ListPendingStations(PendingStationView.@Nullable State state, PageRequest page) implements AdmissionQuery {}

    /** Answers a {@link RefusedHandshakePage}, latest first. What is absent does not restrict. */
    record ListRefusedHandshakes(@Nullable StationId station, PageRequest page) implements AdmissionQuery {}

    /** @param next cursor of the following page; absent at the end */
    record PendingStationPage(
            List<PendingStationView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record RefusedHandshakePage(
            List<RefusedHandshakeView> items, @Nullable String next) {}
}
