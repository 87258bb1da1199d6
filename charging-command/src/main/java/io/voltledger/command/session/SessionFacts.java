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
 * @param charging the last state reported
 * @param power the last power read, in W
 * @param lastReadings of the frame before, by which a repeated frame is known
 * @param stops what was said of its end: the first, which counts, and the latest; empty while it runs
 */
record SessionFacts(
        @Nullable SessionStarted started,
        Metering metering,
        @Nullable ChargingState charging,
        @Nullable BigDecimal power,
        List<MeterReading> lastReadings,
        List<Stop> stops) {

    static final SessionFacts NONE =
            new SessionFacts(null, Metering.from(null, Instant.EPOCH), null, null, List.of(), List.of());

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

    boolean hasStopped() {
        return !stops.isEmpty();
    }

    static SessionFacts begun(SessionStarted event) {
        return new SessionFacts(
                event, Metering.from(event.meterStart(), event.startedAt()), null, null, List.of(), List.of());
    }

    /** The beginning is known now; what was counted goes with it while the session runs. */
    SessionFacts learned(StartLearned event) {
        SessionStarted before = Objects.requireNonNull(started);
        Energy energy = event.energy();
        Metering counted = hasStopped() || event.orphan() || !before.orphan()
                ? metering
                : metering.startingAt(event.meterStart(), event.startedAt(), energy);
        return new SessionFacts(LateStart.begun(before, event), counted, charging, power, lastReadings, stops);
    }

    /** All that was drawn, or that is drawn so far, where the register stood so at the start; empty where it cannot be told. */
    Optional<Energy> energySince(@Nullable Energy meterStart) {
        Energy shown = hasStopped()
                ? stops.getFirst().meterStop()
                : metering.register().steadilyShown();
        return meterStart == null || shown == null || shown.compareTo(meterStart) < 0
                ? Optional.empty()
                : Optional.of(shown.minus(meterStart));
    }

    SessionFacts metered(Metering counted, @Nullable BigDecimal read, List<MeterReading> readings) {
        return new SessionFacts(started, counted, charging, read, readings, stops);
    }

    SessionFacts changed(ChargingState state, Instant at) {
        return new SessionFacts(
                started, metering.with(metering.timeline().changed(state, at)), state, power, lastReadings, stops);
    }

    /** What was counted stands in the event; the session needs it no more. */
    SessionFacts stopped(Stop stop) {
        return new SessionFacts(
                started, Metering.from(null, stop.stoppedAt()), charging, null, List.of(), List.of(stop));
    }

    SessionFacts stoppedAgain(Stop stop) {
        List<Stop> firstAndLatest = new ArrayList<>(stops.subList(0, 1));
        firstAndLatest.add(stop);
        return new SessionFacts(started, metering, charging, power, lastReadings, firstAndLatest);
    }

    SessionFacts lateReadings(List<MeterReading> readings) {
        return new SessionFacts(started, metering, charging, power, readings, stops);
    }
}
