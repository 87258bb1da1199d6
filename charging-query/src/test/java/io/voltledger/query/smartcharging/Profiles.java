package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Profiles as a test writes them down: pairs of seconds and limit. */
record Profiles(
        Purpose purpose,
        int connector,
        int level,
        Kind kind,
        @Nullable Recurrency recurrency,
        @Nullable Instant start,
        @Nullable Duration duration,
        Unit unit,
        @Nullable Integer phases,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable String transaction) {

    static Profiles of(Purpose purpose, int connector, int level) {
        return new Profiles(purpose, connector, level, Kind.RELATIVE, null, null, null, Unit.A, null, null, null, null);
    }

    Profiles absolute(Instant from) {
        return new Profiles(
                purpose,
                connector,
                level,
                Kind.ABSOLUTE,
                null,
                from,
                duration,
                unit,
                phases,
                validFrom,
                validTo,
                transaction);
    }

    Profiles every(Recurrency often, Instant from) {
        return new Profiles(
                purpose,
                connector,
                level,
                Kind.RECURRING,
                often,
                from,
                duration,
                unit,
                phases,
                validFrom,
                validTo,
                transaction);
    }

    Profiles lasting(Duration time) {
        return new Profiles(
                purpose,
                connector,
                level,
                kind,
                recurrency,
                start,
                time,
                unit,
                phases,
                validFrom,
                validTo,
                transaction);
    }

    Profiles in(Unit wanted, @Nullable Integer ofPhases) {
        return new Profiles(
                purpose,
                connector,
                level,
                kind,
                recurrency,
                start,
                duration,
                wanted,
                ofPhases,
                validFrom,
                validTo,
                transaction);
    }

    Profiles valid(@Nullable Instant from, @Nullable Instant to) {
        return new Profiles(
                purpose, connector, level, kind, recurrency, start, duration, unit, phases, from, to, transaction);
    }

    Profiles forTransaction(String id) {
        return new Profiles(
                purpose, connector, level, kind, recurrency, start, duration, unit, phases, validFrom, validTo, id);
    }

    StoredChargingProfileView limits(int... secondsAndLimits) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < secondsAndLimits.length; i += 2) {
            periods.add(new Period(
                    Duration.ofSeconds(secondsAndLimits[i]), BigDecimal.valueOf(secondsAndLimits[i + 1]), phases));
        }
        ChargingProfile profile = new ChargingProfile(
                level * 1_000 + connector * 10 + purpose.ordinal(),
                level,
                purpose,
                kind,
                recurrency,
                transaction,
                validFrom,
                validTo,
                List.of(new Schedule(duration, start, unit, null, periods)));
        return new StoredChargingProfileView(new StationId("CP-1"), new ConnectorId(connector), profile, Instant.EPOCH);
    }
}
