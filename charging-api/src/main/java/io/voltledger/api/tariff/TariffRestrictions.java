package io.voltledger.api.tariff;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OCPI's TariffRestrictions: when an element applies. All that are given must hold; minimum inclusive, maximum
 * exclusive; times and dates are local to the tariff's zone.
 *
 * @param startTime from this time of day; later than {@code endTime} means over midnight
 * @param minKwh energy of the session so far
 * @param minCurrent in A
 * @param minPower in kW
 * @param minDuration of the session so far
 * @param daysOfWeek empty means every day
 * @param reservation for the time before a session, reserved or reserved and let expire
 */
public record TariffRestrictions(
        @Nullable LocalTime startTime,
        @Nullable LocalTime endTime,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable BigDecimal minKwh,
        @Nullable BigDecimal maxKwh,
        @Nullable BigDecimal minCurrent,
        @Nullable BigDecimal maxCurrent,
        @Nullable BigDecimal minPower,
        @Nullable BigDecimal maxPower,
        @Nullable Duration minDuration,
        @Nullable Duration maxDuration,
        Set<DayOfWeek> daysOfWeek,
        @Nullable ReservationRestriction reservation) {

    /** No restriction: what a builder of one starts from. */
    public static final TariffRestrictions NONE = new TariffRestrictions(
            null, null, null, null, null, null, null, null, null, null, null, null, Set.of(), null);

    @SuppressWarnings("NullAway") // JSON may leave the days out
    public TariffRestrictions {
        daysOfWeek = daysOfWeek == null ? Set.of() : Set.copyOf(daysOfWeek);
    }

    /** OCPI's ReservationRestrictionType. */
    public enum ReservationRestriction {
        RESERVATION,
        RESERVATION_EXPIRES
    }
}
