package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what went on in a session when, from its start on: energy that was drawn is spread over the time since what was
 * drawn before it. Its periods are without gap or overlap; those of one activity within a quarter of an hour are one.
 */
final class Timeline {

    /** Tariffs switch on quarters of an hour of every zone, so that nothing is lost in keeping no finer periods. */
    private static final long QUARTER_SECONDS = 900;

    private final List<ChargingPeriod> periods = new ArrayList<>();
    private final Deque<StateLog.Change> ahead;
    private Instant until;
    private Activity activity = Activity.CHARGING;
    private @Nullable MeterPoint before;

    /** @param start absent where the register at start is unknown */
    Timeline(Instant startedAt, StateLog states, @Nullable MeterPoint start) {
        this.before = start;
        this.until = startedAt;
        this.ahead = new ArrayDeque<>(states.changes());
        passed();
    }

    private static Activity activityOf(ChargingState state) {
        return switch (state) {
            case SUSPENDED_EV -> Activity.PARKING;
            case CHARGING, SUSPENDED_EVSE, EV_CONNECTED, IDLE -> Activity.CHARGING;
        };
    }

    /** Energy by a point of the meter: spread over the time up to it, over charging, or over all where nothing charged. */
    void draw(Energy energy, MeterPoint point) {
        Metered metered = new Metered(before, point);
        before = point;
        if (point.at().isAfter(until)) {
            spread(energy, point.at(), metered);
        } else {
            addToLast(energy, metered);
        }
    }

    /** Time in which nothing was counted. */
    void passUntil(Instant to) {
        if (to.isAfter(until)) {
            spread(Energy.ZERO, to, before == null ? null : new Metered(before, null));
        }
    }

    private void spread(Energy energy, Instant to, @Nullable Metered metered) {
        List<ChargingPeriod> stretches = stretches(to, metered);
        boolean charged = stretches.stream().anyMatch(stretch -> stretch.activity() == Activity.CHARGING);
        Spread spread = new Spread(
                energy,
                stretches.stream()
                        .filter(stretch -> !charged || stretch.activity() == Activity.CHARGING)
                        .mapToLong(Timeline::millis)
                        .sum());
        for (ChargingPeriod stretch : stretches) {
            boolean draws = !charged || stretch.activity() == Activity.CHARGING;
            append(with(stretch, draws ? spread.share(millis(stretch)) : Energy.ZERO, stretch.metered()));
        }
    }

    List<ChargingPeriod> periods() {
        return List.copyOf(periods);
    }

    /** The periods of a session that ends here, whatever was read after it. */
    List<ChargingPeriod> endingAt(Instant end) {
        passUntil(end);
        Energy beyond = Energy.ZERO;
        Metered meter = null;
        while (!periods.isEmpty() && !periods.getLast().from().isBefore(end)) {
            ChargingPeriod last = periods.removeLast();
            beyond = beyond.plus(last.energy());
            meter = joined(last.metered(), meter);
        }
        if (!periods.isEmpty() && periods.getLast().to().isAfter(end)) {
            ChargingPeriod last = periods.removeLast();
            periods.add(period(last.from(), end, last.energy(), last.activity(), last.metered()));
        }
        until = end;
        addToLast(beyond, meter);
        return periods();
    }

    private void addToLast(Energy energy, @Nullable Metered metered) {
        if (energy.signum() == 0) {
            return;
        }
        if (periods.isEmpty()) {
            periods.add(period(until, until, energy, activity, metered));
        } else {
            ChargingPeriod last = periods.removeLast();
            periods.add(with(last, last.energy().plus(energy), joined(last.metered(), metered)));
        }
    }

    private List<ChargingPeriod> stretches(Instant to, @Nullable Metered metered) {
        List<ChargingPeriod> stretches = new ArrayList<>();
        while (!ahead.isEmpty() && ahead.getFirst().at().isBefore(to)) {
            Instant from = until;
            until = ahead.getFirst().at();
            stretches.add(period(from, until, Energy.ZERO, activity, metered));
            passed();
        }
        stretches.add(period(until, to, Energy.ZERO, activity, metered));
        until = to;
        passed();
        return stretches;
    }

    /** What began by now goes on. */
    private void passed() {
        while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(until)) {
            activity = activityOf(ahead.removeFirst().state());
        }
    }

    private void append(ChargingPeriod next) {
        boolean joins = !periods.isEmpty()
                && periods.getLast().activity() == next.activity()
                && quarterOf(periods.getLast().from()) == quarterOf(next.to().minusNanos(1));
        if (joins) {
            ChargingPeriod last = periods.removeLast();
            periods.add(period(
                    last.from(),
                    next.to(),
                    last.energy().plus(next.energy()),
                    next.activity(),
                    joined(last.metered(), next.metered())));
        } else {
            periods.add(next);
        }
    }

    private static long quarterOf(Instant instant) {
        return Thinning.stretchOf(instant, QUARTER_SECONDS);
    }

    private static long millis(ChargingPeriod period) {
        return Math.max(1, Duration.between(period.from(), period.to()).toMillis());
    }

    /** From where the first begins to where the second ends. */
    private static @Nullable Metered joined(@Nullable Metered first, @Nullable Metered second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return new Metered(first.before(), second.after() == null ? first.after() : second.after());
    }

    private static ChargingPeriod with(ChargingPeriod period, Energy energy, @Nullable Metered metered) {
        return period(period.from(), period.to(), energy, period.activity(), metered);
    }

    private static ChargingPeriod period(
            Instant from, Instant to, Energy energy, Activity activity, @Nullable Metered metered) {
        return new ChargingPeriod(from, to, energy, activity, null, null, metered);
    }
}
