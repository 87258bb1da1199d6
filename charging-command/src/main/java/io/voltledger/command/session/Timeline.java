package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What went on in a session when: energy that was read is spread over the time since the reading before it.
 *
 * @param until what the periods cover
 * @param activity what goes on from there
 * @param ahead changes after {@code until}, in order
 * @param periods without gap or overlap; those of one activity within a quarter of an hour are one
 */
record Timeline(Instant until, Activity activity, List<Change> ahead, List<ChargingPeriod> periods) {

    /** Tariffs switch on quarters of an hour of every zone, so that nothing is lost in keeping no finer periods. */
    private static final long QUARTER_SECONDS = 900;

    Timeline {
        ahead = List.copyOf(ahead);
        periods = List.copyOf(periods);
    }

    /** What goes on from an instant. */
    record Change(Instant at, Activity activity) {}

    static Timeline from(Instant startedAt) {
        return new Timeline(startedAt, Activity.CHARGING, List.of(), List.of());
    }

    /** The same time and what is ahead, from an earlier start, with this energy in all. */
    Timeline startingAt(Instant startedAt, Energy energy) {
        Timeline whole = from(startedAt).drawn(energy, until);
        return new Timeline(whole.until, activity, ahead, whole.periods);
    }

    static Activity activityOf(ChargingState state) {
        return switch (state) {
            case SUSPENDED_EV -> Activity.PARKING;
            case CHARGING, SUSPENDED_EVSE, EV_CONNECTED, IDLE -> Activity.CHARGING;
        };
    }

    /** A change that comes late counts from where the periods end; one older than a known change counts no more. */
    Timeline changed(ChargingState state, Instant at) {
        if (!ahead.isEmpty() && at.isBefore(ahead.getLast().at())) {
            return this;
        }
        Activity next = activityOf(state);
        if (!at.isAfter(until)) {
            return new Timeline(until, next, ahead, periods);
        }
        List<Change> changes = new ArrayList<>(ahead);
        changes.add(new Change(at, next));
        return new Timeline(until, activity, changes, periods);
    }

    /** Spreads energy over the time up to an instant: over charging, or over all of it where nothing charged. */
    Timeline drawn(Energy energy, Instant to) {
        if (!to.isAfter(until)) {
            return energy.signum() == 0 ? this : withLast(energy);
        }
        List<Change> still = new ArrayList<>(ahead);
        List<ChargingPeriod> stretches = stretches(to, still);
        boolean charged = stretches.stream().anyMatch(stretch -> stretch.activity() == Activity.CHARGING);
        List<ChargingPeriod> merged = new ArrayList<>(periods);
        Spread spread = new Spread(
                energy,
                stretches.stream()
                        .filter(stretch -> !charged || stretch.activity() == Activity.CHARGING)
                        .mapToLong(Timeline::millis)
                        .sum());
        for (ChargingPeriod stretch : stretches) {
            boolean draws = !charged || stretch.activity() == Activity.CHARGING;
            append(merged, with(stretch, draws ? spread.share(millis(stretch)) : Energy.ZERO));
        }
        Activity next = activityAt(to);
        return new Timeline(to, next, still, merged);
    }

    /** The periods of a session that ends here, whatever was read after it. */
    List<ChargingPeriod> endingAt(Instant end) {
        Timeline whole = drawn(Energy.ZERO, end);
        List<ChargingPeriod> kept = new ArrayList<>();
        Energy beyond = Energy.ZERO;
        for (ChargingPeriod period : whole.periods) {
            if (period.from().isBefore(end)) {
                Instant to = period.to().isBefore(end) ? period.to() : end;
                kept.add(period(period.from(), to, period.energy(), period.activity()));
            } else {
                beyond = beyond.plus(period.energy());
            }
        }
        return beyond.signum() == 0
                ? kept
                : new Timeline(end, whole.activity, List.of(), kept).withLast(beyond).periods;
    }

    private Timeline withLast(Energy energy) {
        List<ChargingPeriod> changed = new ArrayList<>(periods);
        if (changed.isEmpty()) {
            changed.add(period(until, until, energy, activity));
        } else {
            ChargingPeriod last = changed.removeLast();
            changed.add(with(last, last.energy().plus(energy)));
        }
        return new Timeline(until, activity, ahead, changed);
    }

    private List<ChargingPeriod> stretches(Instant to, List<Change> still) {
        List<ChargingPeriod> stretches = new ArrayList<>();
        Instant from = until;
        Activity now = activity;
        while (!still.isEmpty() && still.getFirst().at().isBefore(to)) {
            Change change = still.removeFirst();
            stretches.add(period(from, change.at(), Energy.ZERO, now));
            from = change.at();
            now = change.activity();
        }
        stretches.add(period(from, to, Energy.ZERO, now));
        return stretches;
    }

    private Activity activityAt(Instant to) {
        return ahead.stream()
                .filter(change -> change.at().isBefore(to))
                .reduce((first, second) -> second)
                .map(Change::activity)
                .orElse(activity);
    }

    private static void append(List<ChargingPeriod> merged, ChargingPeriod next) {
        boolean joins = !merged.isEmpty()
                && merged.getLast().activity() == next.activity()
                && quarterOf(merged.getLast().from()) == quarterOf(next.to().minusNanos(1));
        if (joins) {
            ChargingPeriod last = merged.removeLast();
            merged.add(period(last.from(), next.to(), last.energy().plus(next.energy()), next.activity()));
        } else {
            merged.add(next);
        }
    }

    private static long quarterOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), QUARTER_SECONDS);
    }

    private static long millis(ChargingPeriod period) {
        return Math.max(1, Duration.between(period.from(), period.to()).toMillis());
    }

    private static ChargingPeriod with(ChargingPeriod period, Energy energy) {
        return period(period.from(), period.to(), energy, period.activity());
    }

    private static ChargingPeriod period(Instant from, Instant to, Energy energy, Activity activity) {
        return new ChargingPeriod(from, to, energy, activity, null, null);
    }
}
