package io.voltledger.simulators.station;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench ocpp}: a closed loop. Each station starts, sends readings of three samples, stops, and begins again; the
 * next call goes out when the answer to the one before is there.
 */
@Command(
        name = "ocpp",
        description = "Stations in a closed loop: Start, readings, Stop, as fast as they are answered.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class OcppBench implements Callable<Integer> {

    private static final int VOLTS = 230;
    private static final long WATTS = 7_200;

    @Option(names = "--url", description = "OCPP endpoint")
    private URI url = URI.create("ws://127.0.0.1:8180/ocpp");

    @Option(names = "--stations", description = "stations at the same time")
    private int stations = 100;

    @Option(names = "--readings", description = "MeterValues in a charge")
    private int readings = 10;

    @Option(names = "--warm-up", description = "time before it is measured", converter = TimeConverter.class)
    private Duration warmUp = Duration.ofSeconds(10);

    @Option(names = "--time", description = "time that is measured", converter = TimeConverter.class)
    private Duration time = Duration.ofSeconds(30);

    @Option(names = "--id-prefix", description = "stations are called so with a number behind")
    private String idPrefix = "BENCH-";

    @Option(names = "--id-tag-prefix", description = "each station's tag is called so with its number behind")
    private String idTagPrefix = "BENCH-TAG-";

    @Option(names = "--threads", description = "network threads")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final BenchFigures figures = new BenchFigures();
    private final AtomicBoolean running = new AtomicBoolean(true);

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (StationNetwork network = new StationNetwork(threads)) {
            List<SimulatedStation> fleet = connect(network);
            out.printf("%d stations booted; warming up for %s%n", stations, warmUp);
            out.flush();
            List<Thread> drivers = new ArrayList<>();
            for (int i = 0; i < fleet.size(); i++) {
                SimulatedStation station = fleet.get(i);
                String idTag = idTagPrefix + i;
                drivers.add(Thread.ofVirtual().start(() -> chargeForEver(station, idTag)));
            }
            LockSupport.parkNanos(warmUp.toNanos());
            figures.begin();
            LockSupport.parkNanos(time.toNanos());
            figures.end();
            running.set(false);
            for (Thread driver : drivers) {
                driver.join(time);
            }
            fleet.forEach(SimulatedStation::close);
        }
        figures.print(out);
        return figures.isEmpty() ? 1 : 0;
    }

    private List<SimulatedStation> connect(StationNetwork network) {
        List<SimulatedStation> fleet = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            StationSettings settings = StationSettings.of(url, idPrefix + i).withObserver(figures::record);
            fleet.add(SimulatedStation.connect(settings, network));
        }
        fleet.forEach(station -> station.awaitConnected().boot());
        return fleet;
    }

    private void chargeForEver(SimulatedStation station, String idTag) {
        long register = 0;
        while (running.get()) {
            Charge charge = station.start(1, idTag, register);
            for (int reading = 0; reading < readings; reading++) {
                register += 100;
                station.wait(charge.meterLater(register, WATTS, VOLTS));
            }
            charge.stop(register);
        }
    }
}
