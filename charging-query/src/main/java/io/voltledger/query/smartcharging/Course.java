package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one profile says over time. Where it is not valid, its schedule has not begun or is over, it says nothing.
 *
 * @param chargeFrom when the charge began that relative times count from
 */
record Course(ChargingProfile profile, Instant chargeFrom) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    Optional<Limit> at(Instant time) {
        Instant begin = begunBefore(time);
        if (begin == null || !isValid(time)) {
            return Optional.empty();
        }
        Duration elapsed = Duration.between(begin, time);
        Duration duration = schedule().duration();
        if (duration != null && elapsed.compareTo(duration) >= 0) {
            return Optional.empty();
        }
        return schedule().periods().stream()
                .filter(period -> period.start().compareTo(elapsed) <= 0)
                .reduce((earlier, later) -> later)
                .map(this::limit);
    }

    /** Every moment in the window at which it may begin to say something else. */
    List<Instant> changes(Window window) {
        List<Instant> changes = new ArrayList<>();
        addIfSaid(changes, profile.validFrom());
        addIfSaid(changes, profile.validTo());
        for (Instant begin : begins(window)) {
            changes.add(begin);
            schedule().periods().forEach(period -> changes.add(begin.plus(period.start())));
            Duration duration = schedule().duration();
            if (duration != null) {
                changes.add(begin.plus(duration));
            }
        }
        return changes.stream().filter(window::holds).toList();
    }

    /** OCPP 1.6 knows one schedule a profile; of several, the first is the one that needs no negotiation. */
    private Schedule schedule() {
        return profile.schedules().getFirst();
    }

    private Limit limit(Period period) {
        return new Limit(
                period.limit(), schedule().unit(), period.phases(), schedule().minRate());
    }

    private boolean isValid(Instant time) {
        return (profile.validFrom() == null || !time.isBefore(profile.validFrom()))
                && (profile.validTo() == null || time.isBefore(profile.validTo()));
    }

    /** The latest beginning of the schedule that is not after the time; null where there is none. */
    private @Nullable Instant begunBefore(Instant time) {
        Instant first = first();
        if (time.isBefore(first)) {
            return null;
        }
        return every().map(every -> first.plus(
                        every.multipliedBy(Duration.between(first, time).dividedBy(every))))
                .orElse(first);
    }

    private List<Instant> begins(Window window) {
        Instant begun = begunBefore(window.from());
        Instant from = begun == null ? first() : begun;
        Optional<Duration> every = every();
        List<Instant> begins = new ArrayList<>(List.of(from));
        if (every.isPresent()) {
            for (Instant at = from.plus(every.get()); at.isBefore(window.end()); at = at.plus(every.get())) {
                begins.add(at);
            }
        }
        return begins;
    }

    /** A relative schedule, and one that names no start, begins with the charge. */
    private Instant first() {
        Instant start = schedule().start();
        return profile.kind() == Kind.RELATIVE || start == null ? chargeFrom : start;
    }

    private Optional<Duration> every() {
        return profile.kind() == Kind.RECURRING
                ? Optional.of(profile.recurrency() == Recurrency.WEEKLY ? WEEK : DAY)
                : Optional.empty();
    }

    private static void addIfSaid(List<Instant> changes, @Nullable Instant time) {
        if (time != null) {
            changes.add(time);
        }
    }
}
