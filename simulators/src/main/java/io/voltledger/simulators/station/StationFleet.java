package io.voltledger.simulators.station;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stations that charge in a loop, each in its own rhythm, with drivers that take turns: for the demo. A remote start is
 * served before the next driver. Stations that are refused or cut off come back by themselves.
 */
public final class StationFleet implements AutoCloseable {

    private static final int NETWORK_THREADS = 1;
    private static final Duration FAREWELL = Duration.ofSeconds(8);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final StationNetwork network = new StationNetwork(NETWORK_THREADS);
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<SimulatedStation> stations = new ArrayList<>();
    private final List<Thread> drivers = new ArrayList<>();
    private final List<ChargingRoutine> routines = new CopyOnWriteArrayList<>();

    private StationFleet() {}

    /**
     * Starts to charge.
     *
     * @param url of the OCPP endpoint
     * @param stations their ids
     * @param idTags taken in turn, a different one first at each station; name one that no operator issued to see it refused
     */
    public static StationFleet start(URI url, List<String> stations, List<String> idTags, ChargingPace pace) {
        StationFleet fleet = new StationFleet();
        for (int i = 0; i < stations.size(); i++) {
            fleet.add(url, stations.get(i), rotated(idTags, i), pace.withWatts(pace.watts() + 500L * (i % 5)), i);
        }
        return fleet;
    }

    /** The stations, to be looked at or disturbed. */
    public List<SimulatedStation> stations() {
        return List.copyOf(stations);
    }

    private void add(URI url, String id, List<String> idTags, ChargingPace pace, int index) {
        StationSettings settings =
                StationSettings.of(url, id).withPatience(FOREVER).withObserver(call -> {});
        SimulatedStation station = SimulatedStation.connect(settings, network);
        stations.add(station);
        drivers.add(Thread.ofVirtual()
                .name("station-" + id)
                .start(() -> drive(station, idTags, pace, 1_000L * (index + 1))));
    }

    private void drive(SimulatedStation station, List<String> idTags, ChargingPace pace, long register) {
        ChargingRoutine routine = new ChargingRoutine(station, 1, pace, register);
        routines.add(routine);
        try {
            station.awaitConnected();
            station.boot();
            routine.announce();
            for (int charge = 0; running.get(); charge++) {
                String next = idTags.get(charge % idTags.size());
                routine.charge(
                        station.pendingRemoteStart().map(RemoteStart::idTag).orElse(next));
                routine.pause();
            }
        } catch (IllegalStateException | CallFailed e) {
            if (running.get()) {
                throw e;
            }
        }
    }

    private static List<String> rotated(List<String> idTags, int by) {
        List<String> rotated = new ArrayList<>();
        for (int i = 0; i < idTags.size(); i++) {
            rotated.add(idTags.get((i + by) % idTags.size()));
        }
        return rotated;
    }

    /** Lets every driver end the charge that goes on; who has not left after some seconds is cut off. */
    @Override
    public void close() {
        running.set(false);
        routines.forEach(ChargingRoutine::leave);
        Instant deadline = Instant.now().plus(FAREWELL);
        drivers.forEach(driver -> awaitEnd(driver, deadline));
        drivers.forEach(Thread::interrupt);
        stations.forEach(SimulatedStation::close);
        network.close();
    }

    private static void awaitEnd(Thread driver, Instant deadline) {
        Duration left = Duration.between(Instant.now(), deadline);
        try {
            if (left.isPositive()) {
                var unused = driver.join(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
