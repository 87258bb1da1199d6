package io.voltledger.runtime.guess;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who shows too many wrong passwords is not listened to for a while; everybody else is. */
@ExtendWith(OutputCaptureExtension.class)
class GuessesTest {

    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Guesser ADA = Guesser.of("ada", "192.0.2.7");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    private final Guesses guesses =
            new Guesses("test", new GuessLimit(MOST, WINDOW), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void listensUntilTooManyWereWrong() {
        wrong(ADA, MOST - 1);
        assertThat(guesses.pause(ADA)).isEmpty();

        wrong(ADA, 1);
        now = now.plusSeconds(60);
        assertThat(guesses.pause(ADA)).hasValue(WINDOW.minusSeconds(60));
    }

    @Test
    void beginsAnewWhenTheWindowHasPassed() {
        wrong(ADA, MOST);
        now = now.plus(WINDOW);

        assertThat(guesses.pause(ADA)).isEmpty();
        wrong(ADA, MOST - 1);
        assertThat(guesses.pause(ADA)).isEmpty();
    }

    @Test
    void forgetsWhatWasWrongWhenOneIsRight() {
        wrong(ADA, MOST - 1);
        assertThat(guesses.right(ADA)).isEmpty();
        wrong(ADA, MOST - 1);

        assertThat(guesses.pause(ADA)).isEmpty();
    }

    @Test
    void tellsOfNonePastTooManyWhetherItWasRight() {
        wrong(ADA, MOST);

        assertThat(guesses.wrong(ADA)).hasValue(WINDOW);
        assertThat(guesses.right(ADA)).hasValue(WINDOW);
        assertThat(guesses.pause(ADA)).as("not forgotten").hasValue(WINDOW);
    }

    @Test
    void keepsNobodyElseOut() {
        wrong(ADA, MOST);

        assertThat(guesses.pause(Guesser.of("ada", "192.0.2.8"))).isEmpty();
        assertThat(guesses.pause(Guesser.of("otto", "192.0.2.7"))).isEmpty();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        wrong(Guesser.of("ada", "2001:db8:0:1::1"), MOST);

        assertThat(guesses.pause(Guesser.of("ada", "2001:db8:0:1:ffff::2"))).isPresent();
        assertThat(guesses.pause(Guesser.of("ada", "2001:db8:0:2::1"))).isEmpty();
    }

    @Test
    void saysOnceWhoMustWait(CapturedOutput log) {
        MeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            wrong(Guesser.of("mallory\n2026 INFO all is well", "192.0.2.66"), 3 * MOST);
            assertThat(registry.get("voltledger.passwords.pauses")
                            .tag("door", "test")
                            .counter()
                            .count())
                    .isEqualTo(1);
        } finally {
            Metrics.removeRegistry(registry);
        }
        assertThat(log.getAll().lines().filter(line -> line.contains("wrong passwords for mallory")))
                .singleElement()
                .asString()
                .contains("from 192.0.2.66");
    }

    private void wrong(Guesser guesser, int times) {
        IntStream.range(0, times).forEach(time -> guesses.wrong(guesser));
    }
}
