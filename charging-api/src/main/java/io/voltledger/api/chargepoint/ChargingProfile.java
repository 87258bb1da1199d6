package io.voltledger.api.chargepoint;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a station may draw, and when.
 *
 * @param transaction the OCPP transaction that it is for
 * @param schedules at least one
 */
public record ChargingProfile(
        int id,
        int stackLevel,
        Purpose purpose,
        Kind kind,
        @Nullable Recurrency recurrency,
        @Nullable String transaction,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        List<Schedule> schedules) {

    public ChargingProfile {
        schedules = List.copyOf(schedules);
    }

    /** What a profile limits. */
    public enum Purpose {
        STATION_MAX,
        TX_DEFAULT,
        TX,
        /** What limits the station, or one EVSE, from outside: an energy management system, the grid. */
        EXTERNAL
    }

    /** What its times count from. */
    public enum Kind {
        ABSOLUTE,
        RECURRING,
        RELATIVE
    }

    /** How often a recurring one begins again. */
    public enum Recurrency {
        DAILY,
        WEEKLY
    }

    /** What limits are in. */
    public enum Unit {
        A,
        W
    }

    /** @param minRate below which charging is of no use */
    public record Schedule(
            @Nullable Duration duration,
            @Nullable Instant start,
            Unit unit,
            @Nullable BigDecimal minRate,
            List<Period> periods) {

        public Schedule {
            periods = List.copyOf(periods);
        }
    }

    /** @param start counted from the schedule's */
    public record Period(
            Duration start, BigDecimal limit, @Nullable Integer phases) {}
}
