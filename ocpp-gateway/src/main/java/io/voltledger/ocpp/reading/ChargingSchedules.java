package io.voltledger.ocpp.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads charging schedules that were found to be in order; they look the same in every version. */
public final class ChargingSchedules {

    private ChargingSchedules() {}

    /** @throws RuntimeException where it is not in order: a unit or a time that is none */
    public static Schedule read(JsonNode schedule) {
        List<Period> periods = new ArrayList<>();
        for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
            JsonNode phases = period.path("numberPhases");
            periods.add(new Period(
                    Duration.ofSeconds(period.path("startPeriod").asLong()),
                    period.path("limit").decimalValue(),
                    phases.isNumber() ? Integer.valueOf(phases.asInt()) : null));
        }
        JsonNode duration = schedule.path("duration");
        return new Schedule(
                duration.isNumber() ? Duration.ofSeconds(duration.asLong()) : null,
                time(schedule.path("startSchedule")),
                Unit.valueOf(schedule.path("chargingRateUnit").asText()),
                decimal(schedule.path("minChargingRate")),
                periods);
    }

    /** Null where there is none. */
    public static @Nullable Instant time(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.asText()).toInstant() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : null;
    }
}
