package io.voltledger.ocpp.socket;

import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.runtime.Rejections;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tells the platform which stations come and go, in the order in which they do. */
public final class Admission {

    private final StationCommands commands;
    private final Turnstile turnstile;
    private final Clock clock;
    private final String node;
    private final UnknownStations unknownStations;
    private final ZoneId zone;

    /**
     * @param node this gateway's name
     * @param zone of the stations that are registered because they came
     */
    public Admission(
            StationCommands commands,
            Executor executor,
            Clock clock,
            String node,
            UnknownStations unknownStations,
            ZoneId zone) {
        this.commands = commands;
        this.turnstile = new Turnstile(executor);
        this.clock = clock;
        this.node = node;
        this.unknownStations = unknownStations;
        this.zone = zone;
    }

    /**
     * A station wants in.
     *
     * @param admitted runs in the station's turn, so that the last admitted is the last connected
     * @return false where it is not registered; fails where the platform is away
     */
    CompletableFuture<Boolean> enter(StationId station, String connection, String protocol, Runnable admitted) {
        return turnstile.enter(
                station,
                () -> connect(station, connection, protocol, unknownStations).thenApply(known -> {
                    if (known) {
                        admitted.run();
                    }
                    return known;
                }));
    }

    /** A station's socket closed; it is reported until that is recorded. */
    CompletableFuture<@Nullable Object> leave(StationId station, String connection, String cause) {
        DisconnectStation gone = new DisconnectStation(station, connection, cause, clock.instant());
        String actor = actor(station);
        return turnstile
                .<@Nullable Object>enter(station, () -> commands.send(gone, actor))
                .exceptionallyCompose(failure -> commands.persist(gone, actor));
    }

    private CompletableFuture<Boolean> connect(
            StationId station, String connection, String protocol, UnknownStations unknown) {
        ConnectStation connect = new ConnectStation(station, node, connection, protocol, clock.instant());
        return commands.<@Nullable Object>send(connect, actor(station))
                .thenApply(connected -> true)
                .exceptionallyCompose(failure -> {
                    if (!isNotFound(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    return unknown == UnknownStations.REFUSE
                            ? CompletableFuture.completedFuture(false)
                            : register(station)
                                    .thenCompose(registered ->
                                            connect(station, connection, protocol, UnknownStations.REFUSE));
                });
    }

    private CompletableFuture<@Nullable Object> register(StationId station) {
        return commands.send(
                new RegisterChargePoint(station, station.value(), zone, null, clock.instant()), actor(station));
    }

    private static boolean isNotFound(Throwable failure) {
        Optional<Rejection> rejection = Rejections.of(failure);
        return rejection.isPresent() && rejection.get().code().equals(Rejection.NOT_FOUND);
    }

    private static String actor(StationId station) {
        return "station:" + station.value();
    }
}
