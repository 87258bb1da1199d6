package io.voltledger.simulators.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertersTest {

    @ParameterizedTest
    @CsvSource({"7.2kW,7200", "7200W,7200", "7200,7200", "11 KW,11000"})
    void readsPower(String text, long watts) {
        assertThat(new PowerConverter().convert(text)).isEqualTo(watts);
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "2s,PT2S", "1m,PT1M", "PT3S,PT3S"})
    void readsDurations(String text, Duration duration) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(duration);
    }
}
