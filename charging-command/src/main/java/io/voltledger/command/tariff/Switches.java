package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the restrictions of a tariff can switch: at local times, at durations and at amounts of energy. */
final class Switches {

    private final Tariff tariff;
    private final Set<LocalTime> times;
    private final List<BigDecimal> durations;
    private final List<BigDecimal> energies;

    Switches(Tariff tariff) {
        this.tariff = tariff;
        this.times = new TreeSet<>(values(TariffRestrictions::startTime, TariffRestrictions::endTime));
        if (restrictions().anyMatch(Switches::knowsDates)) {
            times.add(LocalTime.MIDNIGHT);
        }
        this.durations = values(TariffRestrictions::minDuration, TariffRestrictions::maxDuration).stream()
                .map(Exact::seconds)
                .toList();
        this.energies = values(TariffRestrictions::minKwh, TariffRestrictions::maxKwh).stream()
                .map(kilowattHours -> kilowattHours.movePointRight(3))
                .toList();
    }

    /** Instants after {@code from} and before {@code to} at which a local time or date switches. */
    Set<Instant> between(Instant from, Instant to) {
        Set<Instant> instants = new TreeSet<>();
        if (!times.isEmpty()) {
            ZoneRules rules = tariff.zone().getRules();
            addTransitions(instants, rules, from, to);
            LocalDate last = LocalDate.ofInstant(to, tariff.zone());
            for (LocalDate day = LocalDate.ofInstant(from, tariff.zone()); !day.isAfter(last); day = day.plusDays(1)) {
                addTimesOf(day, instants, rules);
            }
        }
        instants.removeIf(instant -> !instant.isAfter(from) || !instant.isBefore(to));
        return instants;
    }

    /** Seconds of a session. */
    List<BigDecimal> durations() {
        return durations;
    }

    /** Wh of a session. */
    List<BigDecimal> energies() {
        return energies;
    }

    /** A time that the clock shows twice switches twice; one that it skips, at the gap. */
    private void addTimesOf(LocalDate day, Set<Instant> instants, ZoneRules rules) {
        for (LocalTime time : times) {
            for (ZoneOffset offset : rules.getValidOffsets(day.atTime(time))) {
                instants.add(day.atTime(time).toInstant(offset));
            }
        }
    }

    private static void addTransitions(Set<Instant> instants, ZoneRules rules, Instant from, Instant to) {
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            instants.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
    }

    private static boolean knowsDates(TariffRestrictions restrictions) {
        return restrictions.startDate() != null
                || restrictions.endDate() != null
                || !restrictions.daysOfWeek().isEmpty();
    }

    private Stream<TariffRestrictions> restrictions() {
        return tariff.elements().stream().map(TariffElement::restrictions).filter(Objects::nonNull);
    }

    @SafeVarargs
    @SuppressWarnings("NullAway") // absent bounds are dropped
    private <T> List<T> values(Function<TariffRestrictions, @Nullable T>... bounds) {
        return Stream.of(bounds)
                .flatMap(bound -> restrictions().map(bound))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
