package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.tariff.MeterPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session's energy is counted from: whatever order it came in, it is counted in the order of its time.
 *
 * @param meterStart the register at start; absent where it is unknown
 * @param startEvent position in the session's stream of the event that tells of the start
 * @param told the energy that was said last, which never falls while the session runs
 * @param latest time of the latest sample of any kind
 */
record Metering(
        Instant startedAt,
        @Nullable Energy meterStart,
        long startEvent,
        RegisterLog registers,
        StateLog states,
        Energy told,
        Instant latest) {

    /** What readings made of it, the energy counted anew, and what was odd about them. */
    record Metered(Metering metering, Count count, List<Anomaly> anomalies) {

        /** Drawn so far: a reading that puts earlier ones in doubt takes back nothing before the stop. */
        Energy energy() {
            Energy told = metering.told();
            return told.compareTo(count.energy()) > 0 ? told : count.energy();
        }
    }

    static Metering from(@Nullable Energy meterStart, Instant startedAt) {
        return new Metering(startedAt, meterStart, 0, RegisterLog.EMPTY, StateLog.EMPTY, Energy.ZERO, startedAt);
    }

    /** The start is learnt late; one after all that was read is none. */
    Metering startingAt(@Nullable Energy register, Instant at, long event) {
        return at.isAfter(last().at()) ? this : new Metering(at, register, event, registers, states, told, latest);
    }

    Optional<MeterPoint> startPoint() {
        return Optional.ofNullable(meterStart).map(register -> new MeterPoint(register, startedAt, startEvent));
    }

    Metering telling(Energy energy) {
        return new Metering(startedAt, meterStart, startEvent, registers, states, energy, latest);
    }

    Metering changed(ChargingState state, Instant at) {
        return new Metering(startedAt, meterStart, startEvent, registers, states.with(state, at), told, latest);
    }

    /** @param event position in the session's stream of the event that has the readings */
    Metering with(List<MeterReading> readings, long event) {
        Metering now = this;
        for (MeterReading reading : readings) {
            now = now.with(reading, event);
        }
        return now;
    }

    Metered read(List<MeterReading> readings, long event) {
        Metering now = this;
        List<RegisterSample> fresh = new ArrayList<>();
        List<RegisterSample> late = new ArrayList<>();
        for (MeterReading reading : readings.stream()
                .sorted(Comparator.comparing(MeterReading::sampledAt))
                .toList()) {
            Metering before = now;
            sampleOf(reading, event)
                    .filter(sample -> !before.registers.knows(sample))
                    .ifPresent(sample -> {
                        fresh.add(sample);
                        if (before.isLate(sample)) {
                            late.add(sample);
                        }
                    });
            now = now.with(reading, event);
        }
        Count count = Count.of(now);
        List<Anomaly> anomalies = new ArrayList<>();
        for (RegisterSample sample : fresh) {
            if (late.contains(sample)) {
                anomalies.add(tooLate(sample));
            }
            anomalies.addAll(count.odd(sample));
        }
        return new Metered(now, count, anomalies);
    }

    private Metering with(MeterReading reading, long event) {
        RegisterLog log = sampleOf(reading, event).map(registers::with).orElse(registers);
        Instant at = reading.sampledAt();
        return new Metering(startedAt, meterStart, startEvent, log, states, told, at.isAfter(latest) ? at : latest);
    }

    private boolean isLate(RegisterSample sample) {
        Last last = last();
        return sample.at().isBefore(last.at()) && !sample.value().equals(last.value());
    }

    private Anomaly tooLate(RegisterSample sample) {
        Last last = last();
        return new Anomaly(
                Anomaly.Code.LATE_READING,
                "register " + sample.value() + " at " + sample.at() + " after " + last.value() + " at " + last.at());
    }

    private Last last() {
        return registers.samples().isEmpty()
                        || registers.samples().getLast().at().isBefore(startedAt)
                ? new Last(meterStart, startedAt)
                : new Last(
                        registers.samples().getLast().value(),
                        registers.samples().getLast().at());
    }

    private static Optional<RegisterSample> sampleOf(MeterReading reading, long event) {
        return Samples.register(reading).map(value -> new RegisterSample(reading.sampledAt(), value, event));
    }

    /** What the register showed last, or at the start. */
    private record Last(@Nullable Energy value, Instant at) {}
}
