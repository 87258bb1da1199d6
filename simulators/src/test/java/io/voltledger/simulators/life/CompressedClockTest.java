package io.voltledger.simulators.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompressedClockTest {

    @Test
    void beginsBehindAndIsNowAtItsEnd() {
        Instant before = Instant.now();
        CompressedClock clock = new CompressedClock(Duration.ofHours(1), 36_000);

        assertThat(clock.instant()).isBefore(before.minus(Duration.ofMinutes(30)));
        assertThat(clock.isOver()).isFalse();

        clock.pass(Duration.ofHours(2));

        assertThat(clock.isOver()).isTrue();
        assertThat(clock.instant()).isAfterOrEqualTo(clock.end());
        assertThat(clock.end()).isBetween(before, Instant.now().plusSeconds(1));
    }
}
