package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in a meter's readings what a session counts: the register of energy drawn, and the power. */
final class Samples {

    private static final Set<String> PHASES = Set.of("L1", "L2", "L3", "L1-N", "L2-N", "L3-N");

    private Samples() {}

    /** The register in Wh; empty in a reading of power or the like only. */
    static Optional<Energy> register(MeterReading reading) {
        return value(reading, SampledValue.ENERGY_REGISTER, "Wh").map(Energy::new);
    }

    /** The power in W of the last reading that has one. */
    static Optional<BigDecimal> power(List<MeterReading> readings) {
        return readings.stream()
                .flatMap(reading -> value(reading, SampledValue.POWER, "W").stream())
                .reduce((first, second) -> second);
    }

    /** The value for all phases, or the sum of the phases; at the outlet where there are several places. */
    private static Optional<BigDecimal> value(MeterReading reading, String measurand, String unit) {
        List<SampledValue> candidates = atOutlet(reading.values().stream()
                .filter(value ->
                        value.measurand().equals(measurand) && value.unit().equals(unit))
                .toList());
        Optional<BigDecimal> whole = candidates.stream()
                .filter(value -> value.phase() == null)
                .map(SampledValue::value)
                .reduce((first, second) -> second);
        return whole.or(() -> candidates.stream()
                .filter(value -> PHASES.contains(Objects.requireNonNullElse(value.phase(), "")))
                .map(SampledValue::value)
                .reduce(BigDecimal::add));
    }

    private static List<SampledValue> atOutlet(List<SampledValue> values) {
        return Stream.of("Outlet", "Inlet", "EV", "Cable", "Body")
                .map(place -> values.stream()
                        .filter(value -> Objects.requireNonNullElse(value.location(), "Outlet")
                                .equals(place))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(values);
    }
}
