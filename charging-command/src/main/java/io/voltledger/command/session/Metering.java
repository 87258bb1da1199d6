package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.tariff.ChargingPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The energy of a session and the periods it was drawn in: always the same total.
 *
 * @param latest time of the latest sample of any kind
 */
record Metering(Register register, Timeline timeline, Instant latest) {

    /** What readings made of it, and what was odd about them. */
    record Metered(Metering metering, List<Anomaly> anomalies) {}

    static Metering from(@Nullable Energy meterStart, Instant startedAt) {
        return new Metering(Register.at(meterStart, startedAt), Timeline.from(startedAt), startedAt);
    }

    /** The start is learnt late: what was drawn since is spread over the time since. */
    Metering startingAt(@Nullable Energy meterStart, Instant startedAt, @Nullable Energy energy) {
        Instant until = timeline.until();
        if (startedAt.isAfter(until)) {
            return this;
        }
        Energy counted = energy == null ? energy() : energy;
        return new Metering(
                register.startingAt(meterStart).counting(counted), timeline.startingAt(startedAt, counted), latest);
    }

    Energy energy() {
        return register.drawn();
    }

    /** The periods up to the latest sample, though the energy since the last register is not known yet. */
    List<ChargingPeriod> periodsSoFar() {
        return timeline.drawn(Energy.ZERO, latest).periods();
    }

    Metered read(List<MeterReading> readings) {
        Metering now = this;
        List<Anomaly> anomalies = new ArrayList<>();
        for (MeterReading reading : readings.stream()
                .sorted(Comparator.comparing(MeterReading::sampledAt))
                .toList()) {
            Metering seen = now.seen(reading.sampledAt());
            Metered next = Samples.register(reading)
                    .map(value -> seen.count(value, reading.sampledAt()))
                    .orElseGet(() -> new Metered(seen, List.of()));
            now = next.metering();
            anomalies.addAll(next.anomalies());
        }
        return new Metered(now, anomalies);
    }

    Metered count(Energy value, Instant at) {
        Register.Reading reading = register.read(value, at);
        Energy growth = reading.register().drawn().minus(register.drawn());
        boolean counted = reading.register() != register && !reading.register().doubted();
        Timeline spread = counted ? timeline.drawn(growth, at) : timeline;
        return new Metered(new Metering(reading.register(), spread, latest), reading.anomalies());
    }

    /**
     * The register at stop, which counts whatever the station's clock says.
     *
     * @param receivedAt bounds how long the register may have run
     */
    Metered settle(Energy value, Instant stoppedAt, Instant receivedAt) {
        Register.Reading reading = register.read(value, later(register.readAt(), later(stoppedAt, receivedAt)));
        Energy growth = reading.register().drawn().minus(register.drawn());
        return new Metered(
                new Metering(reading.register(), timeline.drawn(growth, stoppedAt), latest), reading.anomalies());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What an event said counts, whatever would be made of its readings today. */
    Metering counting(Energy counted) {
        Energy difference = counted.minus(energy());
        return difference.signum() == 0
                ? this
                : new Metering(register.counting(counted), timeline.drawn(difference, timeline.until()), latest);
    }

    Metering with(Timeline changed) {
        return new Metering(register, changed, latest);
    }

    private Metering seen(Instant at) {
        return at.isAfter(latest) ? new Metering(register, timeline, at) : this;
    }
}
