package io.voltledger.command.pricing;

import io.voltledger.api.Energy;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The periods of a session that somebody has in mind: reserved, then charged evenly, then parked. */
final class Expected {

    private Expected() {}

    static List<ChargingPeriod> periods(
            Instant at, Energy energy, Duration charging, Duration parking, Duration reserved) {
        List<ChargingPeriod> periods = new ArrayList<>();
        if (reserved.isPositive()) {
            periods.add(period(at.minus(reserved), at, Energy.ZERO, Activity.RESERVED));
        }
        Instant charged = at.plus(charging);
        periods.add(period(at, charged, energy, Activity.CHARGING));
        if (parking.isPositive()) {
            periods.add(period(charged, charged.plus(parking), Energy.ZERO, Activity.PARKING));
        }
        return periods;
    }

    private static ChargingPeriod period(Instant from, Instant to, Energy energy, Activity activity) {
        return new ChargingPeriod(from, to, energy, activity, null, null);
    }
}
