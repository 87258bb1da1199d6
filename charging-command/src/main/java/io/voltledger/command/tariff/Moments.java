package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One moment of each stretch of time, energy, duration, power and current within which no restriction of a tariff switches. */
final class Moments {

    private static final LocalDate A_MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 7;
    private static final int MOST = 200_000;

    private final List<TariffRestrictions> restrictions;
    private final ZoneId zone;

    private Moments(Tariff tariff) {
        this.zone = tariff.zone();
        this.restrictions = tariff.elements().stream()
                .map(TariffElement::restrictions)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Empty where there are too many to look at. */
    static Optional<List<Moment>> of(Tariff tariff) {
        return new Moments(tariff).all();
    }

    static String words(Moment moment) {
        return "on " + moment.local().toLocalDate() + " at " + moment.local().toLocalTime() + ", after "
                + Duration.ofSeconds(moment.elapsed().longValue()) + " and "
                + moment.drawn().movePointLeft(3).stripTrailingZeros().toPlainString() + " kWh";
    }

    private Optional<List<Moment>> all() {
        List<LocalDate> days = days();
        List<LocalTime> times = bounds(LocalTime.MIDNIGHT, TariffRestrictions::startTime, TariffRestrictions::endTime);
        List<BigDecimal> energies = bounds(BigDecimal.ZERO, TariffRestrictions::minKwh, TariffRestrictions::maxKwh);
        List<Duration> durations =
                bounds(Duration.ZERO, TariffRestrictions::minDuration, TariffRestrictions::maxDuration);
        List<BigDecimal> powers = bounds(BigDecimal.ZERO, TariffRestrictions::minPower, TariffRestrictions::maxPower);
        List<BigDecimal> currents =
                bounds(BigDecimal.ZERO, TariffRestrictions::minCurrent, TariffRestrictions::maxCurrent);
        long count = Stream.of(days, times, energies, durations, powers, currents)
                .mapToLong(List::size)
                .reduce(1, (product, size) -> Math.min(product * size, MOST + 1L));
        if (count > MOST) {
            return Optional.empty();
        }
        List<Moment> moments = new ArrayList<>();
        for (LocalDate day : days) {
            for (LocalTime time : times) {
                for (BigDecimal energy : energies) {
                    for (Duration duration : durations) {
                        for (BigDecimal power : powers) {
                            for (BigDecimal current : currents) {
                                moments.add(new Moment(
                                        day.atTime(time).atZone(zone),
                                        Exact.seconds(duration),
                                        energy.movePointRight(3),
                                        power,
                                        current));
                            }
                        }
                    }
                }
            }
        }
        return Optional.of(moments);
    }

    /** A week, or less where a stretch between two dates is shorter, from each date at which something switches. */
    private List<LocalDate> days() {
        List<LocalDate> switches =
                new ArrayList<>(new TreeSet<>(values(TariffRestrictions::startDate, TariffRestrictions::endDate)));
        LocalDate before = switches.isEmpty() ? A_MONDAY : switches.getFirst().minusDays(DAYS);
        switches.addFirst(before);
        boolean named =
                restrictions.stream().anyMatch(each -> !each.daysOfWeek().isEmpty());
        List<LocalDate> days = new ArrayList<>();
        for (int index = 0; index < switches.size(); index++) {
            LocalDate from = switches.get(index);
            LocalDate week = from.plusDays(named ? DAYS : 1);
            LocalDate next = index + 1 < switches.size() ? switches.get(index + 1) : week;
            from.datesUntil(next.isBefore(week) ? next : week).forEach(days::add);
        }
        return days;
    }

    @SafeVarargs
    private <T extends Comparable<? super T>> List<T> bounds(
            T first, Function<TariffRestrictions, @Nullable T>... bounds) {
        TreeSet<T> all = new TreeSet<>(values(bounds));
        all.add(first);
        return List.copyOf(all);
    }

    @SafeVarargs
    @SuppressWarnings("NullAway") // absent bounds are dropped
    private <T> List<T> values(Function<TariffRestrictions, @Nullable T>... bounds) {
        return Stream.of(bounds)
                .flatMap(bound -> restrictions.stream().map(bound))
                .filter(Objects::nonNull)
                .toList();
    }
}
