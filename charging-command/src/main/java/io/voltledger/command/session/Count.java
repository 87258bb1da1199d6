package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.MeterPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The energy of a session and when it was drawn, counted from all that the register showed, in order of time. */
final class Count {

    private final Timeline timeline;
    private final Map<RegisterSample, List<Anomaly>> odd = new HashMap<>();
    private Register register;

    private Count(Metering metering) {
        this.register = Register.at(metering.meterStart(), metering.startedAt());
        this.timeline = new Timeline(
                metering.startedAt(), metering.states(), metering.startPoint().orElse(null));
    }

    static Count of(Metering metering) {
        Count count = new Count(metering);
        metering.registers().samples().stream()
                .filter(sample -> !sample.at().isBefore(metering.startedAt()))
                .forEach(count::read);
        return count;
    }

    Energy energy() {
        return register.drawn();
    }

    Register register() {
        return register;
    }

    /** What was odd about a sample, at its place. */
    List<Anomaly> odd(RegisterSample sample) {
        return odd.getOrDefault(sample, List.of());
    }

    /** The periods up to an instant, though the energy since the last register is not known yet; nothing is counted after it. */
    List<ChargingPeriod> periodsTo(Instant latest) {
        timeline.passUntil(latest);
        return timeline.periods();
    }

    /** The periods of a session that ends here; nothing is counted after it. */
    List<ChargingPeriod> endingAt(Instant end) {
        return timeline.endingAt(end);
    }

    /**
     * The register at stop, which counts whatever the station's clock says.
     *
     * @param receivedAt bounds how long the register may have run
     */
    List<Anomaly> settle(MeterPoint stop, Instant receivedAt) {
        Register.Reading reading =
                register.read(stop.register(), later(register.readAt(), later(stop.at(), receivedAt)));
        timeline.draw(reading.register().drawn().minus(register.drawn()), stop);
        register = reading.register();
        return reading.anomalies();
    }

    private void read(RegisterSample sample) {
        Register.Reading reading = register.read(sample.value(), sample.at());
        if (!reading.register().doubted()) {
            timeline.draw(reading.register().drawn().minus(register.drawn()), sample.point());
        }
        register = reading.register();
        if (!reading.anomalies().isEmpty()) {
            odd.put(sample, reading.anomalies());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
