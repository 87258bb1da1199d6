package io.voltledger.simulators.life;

import io.voltledger.simulators.station.Acknowledged;
import io.voltledger.simulators.station.BenchRegistration;
import io.voltledger.simulators.station.SimulatedStation;
import io.voltledger.simulators.station.StationNetwork;
import io.voltledger.simulators.station.StationSettings;
import io.voltledger.simulators.station.TimeConverter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench life}. A fleet lives a day in minutes; then every charge of every station must be a session, stopped, with
 * the energy of its meter, billed and paid, and nothing else. The exit code is 1 where it is not.
 */
@Command(
        name = "life",
        description = "A fleet's day in minutes, and whether the books agree with its meters at the end.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class LifeBench implements Callable<Integer> {

    private static final int SHOWN = 20;
    private static final int BYTES_A_MEGABYTE = 1 << 20;
    private static final Duration BETWEEN_COMPARISONS = Duration.ofSeconds(5);

    @Option(names = "--url", description = "OCPP endpoint")
    private URI url = URI.create("ws://127.0.0.1:8180/ocpp");

    @Option(names = "--api", description = "REST API")
    private URI api = URI.create("http://127.0.0.1:8088");

    @Option(names = "--stations", description = "stations, each with a driver of its own")
    private int stations = 200;

    @Option(names = "--life", description = "time that they live through", converter = TimeConverter.class)
    private Duration life = Duration.ofHours(24);

    @Option(names = "--factor", description = "how much faster than time")
    private int factor = 240;

    @Option(names = "--settling", description = "how long the last bills may take", converter = TimeConverter.class)
    private Duration settling = Duration.ofMinutes(3);

    @Option(names = "--seed", description = "the same seed gives the same drivers")
    private long seed = 1;

    @Option(names = "--threads", description = "network threads")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        String prefix = "LIFE-" + Instant.now().getEpochSecond() + "-";
        register(prefix);
        CompressedClock clock = new CompressedClock(life, factor);
        Vitals vitals = new Vitals(api.resolve("/actuator/prometheus"), clock);
        List<StationLife> lives = liveAll(prefix, clock, vitals);
        say(
                out,
                "%d stations lived %s: %d charges, %d calls acknowledged, %d sent again, %d lines broken, %d drivers refused%n",
                stations,
                life,
                lives.stream().mapToInt(lived -> lived.charges().size()).sum(),
                calls.get(),
                sentAgain.get(),
                lives.stream().mapToInt(StationLife::breaks).sum(),
                lives.stream().mapToInt(StationLife::refused).sum());
        Reckoning end = settle(prefix, lives);
        say(
                out,
                "metered %s Wh, recorded %s Wh, billed %s Wh; %d differences%n",
                end.metered().toPlainString(),
                end.recorded().toPlainString(),
                end.billed().stripTrailingZeros().toPlainString(),
                end.differences().size());
        end.differences().stream().limit(SHOWN).forEach(difference -> say(out, "  %s%n", difference));
        printVitals(out, vitals);
        return end.differences().isEmpty() ? 0 : 1;
    }

    private void register(String prefix) {
        BenchRegistration registration = new BenchRegistration(api);
        registration.tariff();
        registration.stations(prefix, stations);
        registration.tokens(prefix + "T", stations);
        registration.cards(stations);
    }

    private List<StationLife> liveAll(String prefix, CompressedClock clock, Vitals vitals)
            throws InterruptedException, ExecutionException {
        List<StationLife> lives = new ArrayList<>();
        try (StationNetwork network = new StationNetwork(threads);
                ExecutorService drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SimulatedStation> fleet = connect(prefix, network, clock);
            for (int number = 0; number < stations; number++) {
                lives.add(new StationLife(fleet.get(number), prefix + "T" + number, clock, new Random(seed + number)));
            }
            List<Future<?>> all = new ArrayList<>();
            all.add(drivers.submit(() -> {
                vitals.watch();
                return null;
            }));
            lives.forEach(lived -> all.add(drivers.submit(lived::live)));
            for (Future<?> each : all) {
                each.get();
            }
            fleet.forEach(SimulatedStation::close);
        }
        return lives;
    }

    private List<SimulatedStation> connect(String prefix, StationNetwork network, CompressedClock clock) {
        List<SimulatedStation> fleet = new ArrayList<>();
        for (int number = 0; number < stations; number++) {
            StationSettings settings = StationSettings.of(url, prefix + number)
                    .withObserver(this::count)
                    .withClock(clock);
            fleet.add(SimulatedStation.connect(settings, network));
        }
        return fleet;
    }

    private void count(Acknowledged call) {
        calls.incrementAndGet();
        sentAgain.addAndGet(call.attempts() - 1);
    }

    /** The last sessions are still being paid when the day is over. */
    private Reckoning settle(String prefix, List<StationLife> lives) {
        Instant deadline = Instant.now().plus(settling);
        Reckoning now = reckon(prefix, lives);
        while (!now.differences().isEmpty() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(BETWEEN_COMPARISONS.toNanos());
            now = reckon(prefix, lives);
        }
        return now;
    }

    private Reckoning reckon(String prefix, List<StationLife> lives) {
        Books books = new Books(api);
        Reckoning total = new Reckoning(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        for (int number = 0; number < lives.size(); number++) {
            total = total.plus(Reckoning.of(
                    lives.get(number).charges(),
                    books.sessionsOf(prefix + number),
                    books.billsOf(BenchRegistration.MEMBER + number)));
        }
        return total;
    }

    private static void printVitals(PrintWriter out, Vitals vitals) {
        say(out, "hour  heap MB  threads%n");
        int hour = 0;
        for (Vitals.Hour each : vitals.hours()) {
            say(out, "%4d  %7d  %7d%n", hour++, each.heapBytes() / BYTES_A_MEGABYTE, each.threads());
        }
    }

    private static void say(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
