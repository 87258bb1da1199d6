package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code station}: one charging station that charges, and tells what it says and hears. */
@Command(
        name = "station",
        description = "One simulated charging station (OCPP 1.6J): boots, charges, and shows every frame.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StationCommand implements Callable<Integer> {

    @Option(names = "--url", required = true, description = "OCPP endpoint, ws://127.0.0.1:8180/ocpp or wss://...")
    private URI url = URI.create("ws://127.0.0.1:8180/ocpp");

    @Option(names = "--id", description = "the station's identity")
    private String id = "CP-1";

    @Option(names = "--password", description = "shown by HTTP Basic (security profiles 1 and 2)")
    private @Nullable String password;

    @Option(names = "--trust", description = "PEM file of the authorities that a wss:// URL's certificate is signed by")
    private @Nullable Path trust;

    @Option(names = "--certificate", description = "PEM file of the station's own certificate (security profile 3)")
    private @Nullable Path certificate;

    @Option(names = "--key", description = "PEM file of its private key")
    private @Nullable Path key;

    @Option(names = "--id-tag", description = "the driver's tag")
    private String idTag = "TAG1";

    @Option(names = "--connector", description = "where the driver plugs in")
    private int connector = 1;

    @Option(names = "--power", description = "7.2kW, 7200W or 7200", converter = PowerConverter.class)
    private long power = 7_200;

    @Option(names = "--readings", description = "meter readings in a charge")
    private int readings = 3;

    @Option(names = "--interval", description = "time between readings: 2s, 500ms, 1m", converter = TimeConverter.class)
    private Duration interval = Duration.ofSeconds(2);

    @Option(names = "--time-factor", description = "how much faster energy flows than time passes")
    private int timeFactor = 60;

    @Option(names = "--meter", description = "the register at the beginning, in Wh")
    private long meter = 1_000;

    @Option(names = "--loop", description = "charge again and again until it is stopped")
    private boolean loop;

    @Option(names = "--wait-for-remote-start", description = "do not plug in, wait for the operator")
    private boolean remote;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StationSettings settings = StationSettings.of(url, id)
                .withPatience(Duration.ofDays(1))
                .withIdentity(new StationIdentity(password, trust, certificate, key))
                .withLog(line -> {
                    out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
                    out.flush();
                });
        try (SimulatedStation station = SimulatedStation.connect(settings)) {
            station.awaitConnected();
            JsonNode boot = station.boot();
            station.heartbeatEvery(Duration.ofSeconds(boot.path("interval").asLong()));
            ChargingRoutine routine = new ChargingRoutine(
                    station, connector, new ChargingPace(power, readings, interval, timeFactor), meter);
            routine.announce();
            do {
                if (remote) {
                    routine.chargeOnRemoteStart();
                } else {
                    routine.charge(idTag);
                }
            } while (loop);
        }
        return 0;
    }
}
