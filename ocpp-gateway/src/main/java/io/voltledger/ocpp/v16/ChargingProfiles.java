package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the charging profiles of requests that were found to be in order. */
final class ChargingProfiles {

    private ChargingProfiles() {}

    static ChargingProfile read(JsonNode profile) {
        JsonNode recurrency = profile.path("recurrencyKind");
        JsonNode transaction = profile.path("transactionId");
        return new ChargingProfile(
                profile.path("chargingProfileId").asInt(),
                profile.path("stackLevel").asInt(),
                purpose(profile.path("chargingProfilePurpose").asText()),
                Kind.valueOf(upper(profile.path("chargingProfileKind"))),
                recurrency.isTextual() ? Recurrency.valueOf(upper(recurrency)) : null,
                transaction.isNumber() ? transaction.asText() : null,
                time(profile.path("validFrom")),
                time(profile.path("validTo")),
                List.of(schedule(profile.path("chargingSchedule"))));
    }

    static Purpose purpose(String word) {
        return switch (word) {
            case "ChargePointMaxProfile" -> Purpose.STATION_MAX;
            case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
            default -> Purpose.TX;
        };
    }

    private static Schedule schedule(JsonNode schedule) {
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

    private static @Nullable BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : null;
    }

    private static @Nullable Instant time(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.asText()).toInstant() : null;
    }

    private static String upper(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT);
    }
}
