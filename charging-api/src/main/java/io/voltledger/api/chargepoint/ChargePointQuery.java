package io.voltledger.api.chargepoint;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about charge points. */
public sealed interface ChargePointQuery {

    /** Answers an {@code Optional<StationConnection>}: where the station's socket is, as the read model last saw it. */
    record FindStationConnection(StationId station) implements ChargePointQuery {}

    /** Answers an {@code Optional<ChargePointView>}. */
    record FindChargePoint(StationId station) implements ChargePointQuery {}

    /** Answers a {@link ChargePointPage}, in the order of ids. */
    record ListChargePoints(@Nullable Boolean online, PageRequest page) implements ChargePointQuery {}

    /** Answers an {@code Optional<StationCommandView>}. */
    record FindStationCommand(StationCommandId command) implements ChargePointQuery {}

    /** Answers a {@link StationCommandPage}, newest first. */
    record ListStationCommands(@Nullable StationId station, PageRequest page) implements ChargePointQuery {}

    /** @param next cursor of the following page; absent at the end */
    record ChargePointPage(
            List<ChargePointView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record StationCommandPage(
            List<StationCommandView> items, @Nullable String next) {}
}
