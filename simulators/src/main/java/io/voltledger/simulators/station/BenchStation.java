package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A station of the benchmark, which charges again and again. It has no thread: each call goes out on the network's, which
 * has brought the answer to the call before, or at the station's next beat.
 */
final class BenchStation {

    private static final int VOLTS = 230;
    private static final long WATTS = 7_200;
    private static final long WATT_HOURS = 100;

    /**
     * What a station does.
     *
     * @param readings in a charge
     * @param pace between two calls; zero: as fast as it is answered
     */
    record Habit(String idTag, int readings, Duration pace) {}

    private final SimulatedStation station;
    private final StationNetwork network;
    private final Habit habit;
    private final BooleanSupplier over;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable Charge charge;
    private int readings;
    private long register;
    private long beat;

    private BenchStation(SimulatedStation station, StationNetwork network, Habit habit, BooleanSupplier over) {
        this.station = station;
        this.network = network;
        this.habit = habit;
        this.over = over;
    }

    /**
     * Charges from now on.
     *
     * @param over asked before each call; the charge that goes on is stopped then
     * @return completed when its last charge is stopped
     */
    static CompletableFuture<Void> drive(
            SimulatedStation station, StationNetwork network, Habit habit, BooleanSupplier over) {
        BenchStation driven = new BenchStation(station, network, habit, over);
        long pace = habit.pace().toNanos();
        driven.beat =
                System.nanoTime() + (pace == 0 ? 0 : ThreadLocalRandom.current().nextLong(pace));
        driven.atNextBeat();
        return driven.end;
    }

    private void atNextBeat() {
        if (habit.pace().isZero()) {
            callNext();
            return;
        }
        long wait = Math.max(0, beat - System.nanoTime());
        beat += habit.pace().toNanos();
        network.later(this::callNext, TimeUnit.NANOSECONDS.toMillis(wait));
    }

    private void callNext() {
        Charge current = charge;
        if (over.getAsBoolean() && current == null) {
            end.complete(null);
            return;
        }
        var unused = (current == null ? start() : goOn(current)).whenComplete((answer, failure) -> {
            if (failure == null) {
                atNextBeat();
            } else {
                end.completeExceptionally(failure);
            }
        });
    }

    private CompletableFuture<JsonNode> start() {
        Charge begun = station.startLater(1, habit.idTag(), register);
        charge = begun;
        readings = 0;
        return begun.started();
    }

    private CompletableFuture<JsonNode> goOn(Charge current) {
        if (readings < habit.readings() && !over.getAsBoolean()) {
            readings++;
            register += WATT_HOURS;
            return current.meterLater(register, WATTS, VOLTS);
        }
        charge = null;
        return current.stopLater(register, "EVDisconnected");
    }
}
