package io.voltledger.simulators.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.simulators.SimulatorsApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StationProgramTest {

    private final CentralSystem central = new CentralSystem();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        central.close();
    }

    @Test
    void chargesOnceAndTellsWhatItSays() {
        int exit = run(
                "station",
                "--url",
                central.url().toString(),
                "--id",
                "CP-7",
                "--id-tag",
                "TAG9",
                "--power",
                "7.2kW",
                "--readings",
                "2",
                "--interval",
                "10ms",
                "--time-factor",
                "3600");

        assertThat(exit).isZero();
        assertThat(central.actions())
                .containsExactly(
                        "BootNotification",
                        "StatusNotification",
                        "StatusNotification",
                        "StatusNotification",
                        "Authorize",
                        "StartTransaction",
                        "StatusNotification",
                        "MeterValues",
                        "MeterValues",
                        "StopTransaction",
                        "StatusNotification",
                        "StatusNotification");
        // 7.2 kW for 10 ms at 3600-fold speed are 72 Wh a reading
        assertThat(central.calls("StopTransaction")
                        .getFirst()
                        .get(3)
                        .path("meterStop")
                        .asInt())
                .isEqualTo(1_144);
        assertThat(out.toString()).contains("CP-7 -> [2,", "CP-7 <- [3,");
    }

    @Test
    void leavesADriverAloneWhoseTagIsNotAccepted() {
        run("station", "--url", central.url().toString(), "--id-tag", "BAD-1", "--interval", "10ms");

        assertThat(central.calls("StartTransaction")).isEmpty();
    }

    @Test
    void aFleetChargesInALoop() {
        ChargingPace pace = new ChargingPace(7_200, 2, Duration.ofMillis(10), 3_600);
        try (StationFleet fleet =
                StationFleet.start(central.url(), List.of("CP-1", "CP-2", "CP-3"), List.of("TAG1", "BAD-1"), pace)) {
            await().until(() -> central.calls("StopTransaction").size() >= 6);
            assertThat(fleet.stations()).hasSize(3);
        }
    }

    @Test
    void theBenchmarkPrintsFigures() {
        int exit = run(
                "bench",
                "ocpp",
                "--url",
                central.url().toString(),
                "--stations",
                "3",
                "--warm-up",
                "50ms",
                "--time",
                "300ms");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("calls/s", "StartTransaction", "MeterValues", "StopTransaction");
    }

    private int run(String... arguments) {
        return new CommandLine(SimulatorsApplication.class)
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
