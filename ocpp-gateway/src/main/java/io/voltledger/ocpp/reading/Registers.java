package io.voltledger.ocpp.reading;

import io.voltledger.api.Energy;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the register of energy drawn at the ends of a charge, where a version reports it as a meter value. */
public final class Registers {

    private static final String BEGIN = "Transaction.Begin";
    private static final String END = "Transaction.End";
    private static final Set<String> PHASES = Set.of("L1", "L2", "L3", "L1-N", "L2-N", "L3-N");

    private Registers() {}

    /** The one that says that it is of the beginning; else the earliest. */
    public static Optional<Energy> first(List<MeterReading> readings) {
        return at(readings, BEGIN)
                .or(() -> readings.stream()
                        .sorted(Comparator.comparing(MeterReading::sampledAt))
                        .flatMap(reading -> of(reading, null).stream())
                        .findFirst());
    }

    /** The one that says that it is of the end; else the latest. */
    public static Optional<Energy> last(List<MeterReading> readings) {
        return at(readings, END)
                .or(() -> readings.stream()
                        .sorted(Comparator.comparing(MeterReading::sampledAt))
                        .flatMap(reading -> of(reading, null).stream())
                        .reduce((earlier, later) -> later));
    }

    private static Optional<Energy> at(List<MeterReading> readings, String context) {
        return readings.stream()
                .flatMap(reading -> of(reading, context).stream())
                .findFirst();
    }

    /** The value for all phases, or the sum of the phases, at the outlet. */
    private static Optional<Energy> of(MeterReading reading, @Nullable String context) {
        List<SampledValue> registers = reading.values().stream()
                .filter(value -> value.measurand().equals(SampledValue.ENERGY_REGISTER))
                .filter(value -> value.unit().equals("Wh"))
                .filter(value ->
                        Objects.requireNonNullElse(value.location(), "Outlet").equals("Outlet"))
                .filter(value -> context == null || context.equals(value.context()))
                .toList();
        Optional<BigDecimal> whole = registers.stream()
                .filter(value -> value.phase() == null)
                .map(SampledValue::value)
                .reduce((first, second) -> second);
        return whole.or(() -> registers.stream()
                        .filter(value -> PHASES.contains(Objects.requireNonNullElse(value.phase(), "")))
                        .map(SampledValue::value)
                        .reduce(BigDecimal::add))
                .map(Energy::new);
    }
}
