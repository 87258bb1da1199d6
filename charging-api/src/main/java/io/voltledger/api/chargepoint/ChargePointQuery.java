package io.voltledger.api.chargepoint;

import io.voltledger.api.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about charge points. */
public sealed interface ChargePointQuery {

    /** Answers an {@code Optional<ChargePointView>}. */
    record FindChargePoint(StationId station) implements ChargePointQuery {}

    /** Answers a {@link ChargePointPage}, in the order of ids. */
    record ListChargePoints(@Nullable Boolean online, PageRequest page) implements ChargePointQuery {}

    /** Answers an {@code Optional<StationCommandView>}. */
    record FindStationCommand(StationCommandId command) implements ChargePointQuery {}

    /** Answers a {@link StationCommandPage}, newest first. */
    record ListStationCommands(@Nullable StationId station, PageRequest page) implements ChargePointQuery {}

    /**
     * Answers {@link OpenStationCommands}, oldest first: commands that went to a gateway node and have not ended.
     *
     * @param dispatchedBefore leaves out what is younger
     */
    record ListOpenStationCommands(String node, Instant dispatchedBefore, int limit) implements ChargePointQuery {}

    /**
     * Answers {@link ConnectedStations}: those that a gateway node holds, as the read model last saw them.
     *
     * @param connectedBefore leaves out what came later
     */
    record ListConnectedStations(String node, Instant connectedBefore) implements ChargePointQuery {}

    /** As {@link ListConnectedStations} asks. */
    record ConnectedStations(List<ConnectedStation> items) {}

    /** @param connection its latest socket */
    record ConnectedStation(StationId station, String connection) {}

    /** A record of its own, because a list does not keep its elements' type on the wire. */
    record OpenStationCommands(List<StationCommandId> items) {}

    /** Answers a {@link StationNoticePage}, newest first. What is absent does not restrict. */
    record ListStationNotices(StationId station, StationNotice.@Nullable Kind kind, PageRequest page)
            implements ChargePointQuery {}

    /** @param next cursor of the following page; absent at the end */
    record StationNoticePage(
            List<StationNoticeView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record ChargePointPage(
            List<ChargePointView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record StationCommandPage(
            List<StationCommandView> items, @Nullable String next) {}
}
