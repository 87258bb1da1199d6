package io.voltledger.command.tariff;

import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.api.tariff.TariffRestrictions.ReservationRestriction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the restrictions of a price by those that it has. A bound that is absent restricts nothing. */
public final class Restrictions {

    private @Nullable LocalTime startTime;
    private @Nullable LocalTime endTime;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable BigDecimal minKwh;
    private @Nullable BigDecimal maxKwh;
    private @Nullable BigDecimal minCurrent;
    private @Nullable BigDecimal maxCurrent;
    private @Nullable BigDecimal minPower;
    private @Nullable BigDecimal maxPower;
    private @Nullable Duration minDuration;
    private @Nullable Duration maxDuration;
    private Set<DayOfWeek> daysOfWeek = Set.of();
    private @Nullable ReservationRestriction reservation;

    private Restrictions() {}

    public static Restrictions that() {
        return new Restrictions();
    }

    public Restrictions holdBetween(LocalTime from, LocalTime to) {
        startTime = from;
        endTime = to;
        return this;
    }

    /** Times of day in quarters of an hour after midnight. */
    public Restrictions holdBetweenQuarters(int from, int to) {
        return holdBetween(LocalTime.MIDNIGHT.plusMinutes(15L * from), LocalTime.MIDNIGHT.plusMinutes(15L * to));
    }

    Restrictions holdFrom(@Nullable LocalDate from, @Nullable LocalDate to) {
        startDate = from;
        endDate = to;
        return this;
    }

    public Restrictions holdOn(Set<DayOfWeek> days) {
        daysOfWeek = days;
        return this;
    }

    public Restrictions holdFromKilowattHours(@Nullable String least, @Nullable String most) {
        minKwh = decimal(least);
        maxKwh = decimal(most);
        return this;
    }

    Restrictions holdFromAmperes(@Nullable String least, @Nullable String most) {
        minCurrent = decimal(least);
        maxCurrent = decimal(most);
        return this;
    }

    public Restrictions holdFromKilowatts(@Nullable String least, @Nullable String most) {
        minPower = decimal(least);
        maxPower = decimal(most);
        return this;
    }

    public Restrictions holdAfter(@Nullable Duration least, @Nullable Duration most) {
        minDuration = least;
        maxDuration = most;
        return this;
    }

    Restrictions holdFor(ReservationRestriction reserved) {
        reservation = reserved;
        return this;
    }

    public TariffRestrictions only() {
        return new TariffRestrictions(
                startTime,
                endTime,
                startDate,
                endDate,
                minKwh,
                maxKwh,
                minCurrent,
                maxCurrent,
                minPower,
                maxPower,
                minDuration,
                maxDuration,
                daysOfWeek,
                reservation);
    }

    private static @Nullable BigDecimal decimal(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
