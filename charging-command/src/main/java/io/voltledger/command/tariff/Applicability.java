package io.voltledger.command.tariff;

import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Whether restrictions hold at a moment: all of them must; minimum inclusive, maximum exclusive. */
final class Applicability {

    private Applicability() {}

    static boolean holds(@Nullable TariffRestrictions restrictions, Moment moment) {
        return restrictions == null
                || (timeOfDay(restrictions, moment.local().toLocalTime())
                        && date(restrictions, moment)
                        && within(restrictions.minKwh(), moment.drawn().movePointLeft(3), restrictions.maxKwh())
                        && known(restrictions.minPower(), moment.power(), restrictions.maxPower())
                        && known(restrictions.minCurrent(), moment.current(), restrictions.maxCurrent())
                        && duration(restrictions, moment.elapsed()));
    }

    private static boolean timeOfDay(TariffRestrictions restrictions, LocalTime time) {
        LocalTime start = restrictions.startTime();
        LocalTime end = restrictions.endTime();
        boolean begun = start == null || !time.isBefore(start);
        boolean running = end == null || time.isBefore(end);
        boolean overMidnight = start != null && end != null && start.isAfter(end);
        return overMidnight ? begun || running : begun && running;
    }

    private static boolean date(TariffRestrictions restrictions, Moment moment) {
        var date = moment.local().toLocalDate();
        return within(restrictions.startDate(), date, restrictions.endDate())
                && (restrictions.daysOfWeek().isEmpty()
                        || restrictions.daysOfWeek().contains(date.getDayOfWeek()));
    }

    private static boolean duration(TariffRestrictions restrictions, BigDecimal elapsed) {
        var least = restrictions.minDuration();
        var most = restrictions.maxDuration();
        return within(least == null ? null : Exact.seconds(least), elapsed, most == null ? null : Exact.seconds(most));
    }

    /** What is unknown meets no bound. */
    private static boolean known(@Nullable BigDecimal least, @Nullable BigDecimal value, @Nullable BigDecimal most) {
        return value == null ? least == null && most == null : within(least, value, most);
    }

    private static <T extends Comparable<? super T>> boolean within(@Nullable T least, T value, @Nullable T most) {
        return (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) < 0);
    }
}
