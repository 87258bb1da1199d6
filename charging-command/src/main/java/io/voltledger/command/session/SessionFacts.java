package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.StartLearned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session.
 *
 * @param started absent before it is
 * @param power the last power read, in W
 * @param lastReadings of the frame before, by which a repeated frame is known
 * @param stops what was said of its end: the first, which counts, and the latest; empty while it runs
 * @param events how many there were: the position of the next one in the session's stream
 */
record SessionFacts(
        @Nullable SessionStarted started,
        Metering metering,
        @Nullable BigDecimal power,
        List<MeterReading> lastReadings,
        List<Stop> stops,
        long events) {

    static final SessionFacts NONE =
            new SessionFacts(null, Metering.from(null, Instant.EPOCH), null, List.of(), List.of(), 0);

    SessionFacts {
        lastReadings = List.copyOf(lastReadings);
        stops = List.copyOf(stops);
    }

    /** What a stop said. */
    record Stop(@Nullable Energy meterStop, Instant stoppedAt, String reason) {

        /** A stop without a register is like any other at its time. */
        boolean matches(@Nullable Energy otherMeterStop, Instant otherTime, String otherReason) {
            return (otherMeterStop == null || otherMeterStop.equals(meterStop))
                    && otherTime.equals(stoppedAt)
                    && otherReason.equals(reason);
        }
    }

    /** One event more. */
    SessionFacts next() {
        return new SessionFacts(started, metering, power, lastReadings, stops, events + 1);
    }

    boolean hasStopped() {
        return !stops.isEmpty();
    }

    static SessionFacts begun(SessionStarted event) {
        return new SessionFacts(
                event, Metering.from(event.meterStart(), event.startedAt()), null, List.of(), List.of(), 0);
    }

    /** The beginning is known now; what was counted goes with it while the session runs. */
    SessionFacts learned(StartLearned event) {
        SessionStarted before = Objects.requireNonNull(started);
        if (hasStopped() || event.orphan() || !before.orphan()) {
            return new SessionFacts(LateStart.begun(before, event), metering, power, lastReadings, stops, events);
        }
        Energy told = event.energy();
        Metering counted = metering.startingAt(event.meterStart(), event.startedAt(), events);
        return new SessionFacts(
                LateStart.begun(before, event),
                told == null ? counted : counted.telling(told),
                power,
                lastReadings,
                stops,
                events);
    }

    /** All that was drawn, or so far, had it begun so; empty where that tells nothing new. */
    Optional<Energy> energySince(@Nullable Energy meterStart, Instant startedAt) {
        if (meterStart == null) {
            return Optional.empty();
        }
        if (!hasStopped()) {
            Energy counted =
                    Count.of(metering.startingAt(meterStart, startedAt, events)).energy();
            return counted.equals(metering.told()) ? Optional.empty() : Optional.of(counted);
        }
        Energy meterStop = stops.getFirst().meterStop();
        return meterStop == null || meterStop.compareTo(meterStart) < 0
                ? Optional.empty()
                : Optional.of(meterStop.minus(meterStart));
    }

    SessionFacts metered(Metering counted, @Nullable BigDecimal read, List<MeterReading> readings) {
        return new SessionFacts(started, counted, read, readings, stops, events);
    }

    SessionFacts changed(ChargingState state, Instant at) {
        return new SessionFacts(started, metering.changed(state, at), power, lastReadings, stops, events);
    }

    /** What was counted stands in the event; the session needs it no more. */
    SessionFacts stopped(Stop stop) {
        return new SessionFacts(started, Metering.from(null, stop.stoppedAt()), null, List.of(), List.of(stop), events);
    }

    SessionFacts stoppedAgain(Stop stop) {
        List<Stop> firstAndLatest = new ArrayList<>(stops.subList(0, 1));
        firstAndLatest.add(stop);
        return new SessionFacts(started, metering, power, lastReadings, firstAndLatest, events);
    }

    SessionFacts lateReadings(List<MeterReading> readings) {
        return new SessionFacts(started, metering, power, readings, stops, events);
    }
}
