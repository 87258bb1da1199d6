package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the values of a reading counts. */
class SamplesTest {

    @Test
    void countsAtTheOutletWhereSeveralPlacesAreMeasured() {
        assertThat(Samples.register(reading(
                        value(SampledValue.ENERGY_REGISTER, 7, "Wh", null, "Body"),
                        value(SampledValue.ENERGY_REGISTER, 5, "Wh", null, null),
                        value(SampledValue.ENERGY_REGISTER, 9, "Wh", null, "Inlet"))))
                .contains(Energy.wh(5));
        assertThat(Samples.register(reading(
                        value(SampledValue.ENERGY_REGISTER, 7, "Wh", null, "Body"),
                        value(SampledValue.ENERGY_REGISTER, 9, "Wh", null, "Inlet"))))
                .contains(Energy.wh(9));
        assertThat(Samples.register(reading(value(SampledValue.ENERGY_REGISTER, 7, "Wh", null, "Roof"))))
                .contains(Energy.wh(7));
    }

    @Test
    void takesTheLastOfTwoAndTheWholeBeforeThePhases() {
        assertThat(Samples.register(reading(
                        value(SampledValue.ENERGY_REGISTER, 7, "Wh", null, null),
                        value(SampledValue.ENERGY_REGISTER, 8, "Wh", null, null),
                        value(SampledValue.ENERGY_REGISTER, 1, "Wh", "L1", null))))
                .contains(Energy.wh(8));
    }

    @Test
    void addsNothingThatIsNoPhase() {
        assertThat(Samples.register(reading(
                        value(SampledValue.ENERGY_REGISTER, 1, "Wh", "L1", null),
                        value(SampledValue.ENERGY_REGISTER, 2, "Wh", "L2-N", null),
                        value(SampledValue.ENERGY_REGISTER, 100, "Wh", "L1-L2", null))))
                .contains(Energy.wh(3));
    }

    @Test
    void readsNoRegisterFromAnythingElse() {
        assertThat(Samples.register(reading(value(SampledValue.POWER, 7_000, "W", null, null))))
                .isEmpty();
        assertThat(Samples.register(reading(value(SampledValue.ENERGY_REGISTER, 7, "kWh", null, null))))
                .isEmpty();
    }

    @Test
    void takesTheLastPower() {
        assertThat(Samples.power(List.of(
                        reading(value(SampledValue.POWER, 7_000, "W", null, null)),
                        reading(value(SampledValue.POWER, 3_000, "W", null, null)))))
                .contains(BigDecimal.valueOf(3_000));
        assertThat(Samples.power(List.of())).isEmpty();
    }

    private static MeterReading reading(SampledValue... values) {
        return new MeterReading(START, List.of(values));
    }

    private static SampledValue value(
            String measurand, long value, String unit, @Nullable String phase, @Nullable String location) {
        return new SampledValue(measurand, BigDecimal.valueOf(value), unit, phase, location, null);
    }
}
