package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.ocpp.security.Limits;
import io.voltledger.ocpp.security.TlsSettings;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Too much of one address or of one station is held back, and nothing of it is lost. */
class RateLimitsTest {

    private static final int FEW = 3;
    private static final int MANY = 100_000;

    @Test
    void answers429WhereAnAddressComesTooOften() {
        try (RunningGateway gateway = limited(new Limits(FEW, MANY, MANY, RunningGateway.GUESSES))) {
            IntStream.range(0, FEW).forEach(i -> assertThat(status(gateway)).isEqualTo(101));

            assertThat(status(gateway)).isEqualTo(429);
        }
    }

    @Test
    void letsAStationThatCallsTooFastWait() {
        try (RunningGateway gateway = limited(new Limits(MANY, MANY, FEW, RunningGateway.GUESSES));
                RawStation station = RawStation.connect(gateway)) {
            long begin = System.nanoTime();
            IntStream.range(0, 2 * FEW + 1).forEach(i -> station.send("[2,\"" + i + "\",\"Heartbeat\",{}]"));

            IntStream.range(0, 2 * FEW + 1)
                    .forEach(i -> assertThat(station.next().get(1).asText()).isEqualTo(Integer.toString(i)));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
        }
    }

    private static RunningGateway limited(Limits limits) {
        return RunningGateway.before(new Platform(), usual -> Settings.with(usual, TlsSettings.NONE, limits));
    }

    private static int status(RunningGateway gateway) {
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp1.6")) {
            return upgrade.status();
        }
    }
}
