package io.voltledger.simulators.station;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The stations of a benchmark, on shared threads. */
final class BenchFleet implements AutoCloseable {

    private static final int BOOTING_AT_ONCE = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StationNetwork network;
    private final List<SimulatedStation> stations;

    private BenchFleet(StationNetwork network, List<SimulatedStation> stations) {
        this.network = network;
        this.stations = stations;
    }

    /** Connects and boots all of them, some hundred at a time. */
    static BenchFleet boot(URI url, String prefix, int count, int threads, Consumer<Acknowledged> observer)
            throws InterruptedException {
        StationNetwork network = new StationNetwork(threads);
        SimulatedStation[] booted = new SimulatedStation[count];
        Semaphore places = new Semaphore(BOOTING_AT_ONCE);
        forEach(count, number -> {
            places.acquireUninterruptibly();
            try {
                StationSettings settings = StationSettings.of(url, prefix + number)
                        .withObserver(observer)
                        .withPatience(PATIENCE);
                booted[number] = SimulatedStation.connect(settings, network);
                booted[number].awaitConnected().boot();
            } finally {
                places.release();
            }
        });
        return new BenchFleet(network, List.of(booted));
    }

    /** Every station charges, the one of a number with that one's habit, until it is over; completed when all have stopped. */
    CompletableFuture<Void> drive(IntFunction<BenchStation.Habit> habits, BooleanSupplier over) {
        return CompletableFuture.allOf(IntStream.range(0, stations.size())
                .mapToObj(number -> BenchStation.drive(stations.get(number), network, habits.apply(number), over))
                .toArray(CompletableFuture[]::new));
    }

    /** Breaks every connection at the same moment; answers the time until all are back and booted. */
    Duration reconnect() throws InterruptedException {
        stations.forEach(SimulatedStation::dropConnection);
        long begin = System.nanoTime();
        AtomicInteger failed = new AtomicInteger();
        forEach(stations.size(), number -> {
            try {
                stations.get(number).awaitConnected().boot();
            } catch (RuntimeException e) {
                failed.incrementAndGet();
            }
        });
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " stations did not come back");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void forEach(int count, IntConsumer task) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, count)
                    .mapToObj(number -> Executors.callable(() -> task.accept(number)))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                if (done.state() == java.util.concurrent.Future.State.FAILED) {
                    throw new IllegalStateException("A station did not boot", done.exceptionNow());
                }
            }
        }
    }

    @Override
    public void close() {
        stations.forEach(SimulatedStation::close);
        network.close();
    }
}
