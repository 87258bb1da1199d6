package io.voltledger.simulators.station;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench ocpp}. Each station starts, sends readings of three samples, stops, and begins again: as fast as it is
 * answered, or one call in each pace.
 */
@Command(
        name = "ocpp",
        description = "Stations that start, send readings and stop: as fast as they are answered, or at a pace.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class OcppBench implements Callable<Integer> {

    private static final int LAST_CALLS_SECONDS = 60;

    @Option(names = "--url", description = "OCPP endpoint")
    private URI url = URI.create("ws://127.0.0.1:8180/ocpp");

    @Option(names = "--register", description = "REST API where the stations and tokens are registered first")
    private @Nullable URI api;

    @Option(names = "--tokens", description = "tokens to register; at least one for each station")
    private int tokens;

    @Option(names = "--stations", description = "stations at the same time")
    private int stations = 100;

    @Option(names = "--readings", description = "MeterValues in a charge")
    private int readings = 10;

    @Option(
            names = "--pace",
            description = "one call of each station in this time; zero: as fast as it is answered",
            converter = TimeConverter.class)
    private Duration pace = Duration.ZERO;

    @Option(names = "--warm-up", description = "time before it is measured", converter = TimeConverter.class)
    private Duration warmUp = Duration.ofSeconds(10);

    @Option(names = "--time", description = "time that is measured", converter = TimeConverter.class)
    private Duration time = Duration.ofSeconds(30);

    @Option(names = "--reconnect", description = "then break all connections at once, and time their return")
    private boolean reconnect;

    @Option(names = "--pid", description = "process whose processor time and memory are shown beside")
    private @Nullable Long pid;

    @Option(names = "--id-prefix", description = "stations are called so with a number behind")
    private String idPrefix = "BENCH-";

    @Option(names = "--id-tag-prefix", description = "each station's tag is called so with its number behind")
    private String idTagPrefix = "BENCH-TAG-";

    @Option(names = "--threads", description = "network threads")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final BenchFigures figures = new BenchFigures();
    private final AtomicBoolean over = new AtomicBoolean();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<MeasuredProcess> server = Optional.ofNullable(pid).map(MeasuredProcess::new);
        register(out);
        long before = server.map(MeasuredProcess::residentBytes).orElse(0L);
        try (BenchFleet fleet = BenchFleet.boot(url, idPrefix, stations, threads, figures::record)) {
            say(out, "%d stations booted; warming up for %s%n", stations, warmUp);
            CompletableFuture<Void> charging =
                    fleet.drive(number -> new BenchStation.Habit(idTagPrefix + number, readings, pace), over::get);
            LockSupport.parkNanos(warmUp.toNanos());
            Duration used = server.map(MeasuredProcess::processorTime).orElse(Duration.ZERO);
            figures.begin();
            LockSupport.parkNanos(time.toNanos());
            figures.end();
            Duration spent =
                    server.map(process -> process.processorTime().minus(used)).orElse(Duration.ZERO);
            figures.print(out);
            server.ifPresent(process -> printServer(out, process, before, spent));
            over.set(true);
            charging.orTimeout(LAST_CALLS_SECONDS + pace.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (reconnect) {
                say(out, "all %d back and booted after %.1f s%n", stations, seconds(fleet.reconnect()));
            }
        }
        return figures.isEmpty() ? 1 : 0;
    }

    private void register(PrintWriter out) {
        if (api != null) {
            BenchRegistration registration = new BenchRegistration(api);
            registration.tariff();
            registration.stations(idPrefix, stations);
            registration.tokens(idTagPrefix, Math.max(tokens, stations));
            say(out, "%d stations and %d tokens are registered%n", stations, Math.max(tokens, stations));
        }
    }

    /** Processor time is given per call too; memory counts what came since before the first connection. */
    private void printServer(PrintWriter out, MeasuredProcess process, long before, Duration spent) {
        say(
                out,
                "server: %.0f %% of a processor, %.2f ms a call; %,d MB held, %.1f KB more a connection%n",
                100 * seconds(spent) / seconds(time),
                1000 * seconds(spent) / figures.calls(),
                process.residentBytes() >> 20,
                (process.residentBytes() - before) / 1024.0 / stations);
    }

    private static void say(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
