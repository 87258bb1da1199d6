package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.ocpp.reading.ChargingSchedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the charging profiles of requests that were found to be in order. */
final class ChargingProfiles {

    private ChargingProfiles() {}

    static ChargingProfile read(JsonNode profile) {
        JsonNode recurrency = profile.path("recurrencyKind");
        JsonNode transaction = profile.path("transactionId");
        List<Schedule> schedules = new ArrayList<>();
        profile.path("chargingSchedule").forEach(schedule -> schedules.add(ChargingSchedules.read(schedule)));
        return new ChargingProfile(
                profile.path("id").asInt(),
                profile.path("stackLevel").asInt(),
                purpose(profile.path("chargingProfilePurpose").asText()),
                Kind.valueOf(upper(profile.path("chargingProfileKind"))),
                recurrency.isTextual() ? Recurrency.valueOf(upper(recurrency)) : null,
                transaction.isTextual() ? transaction.asText() : null,
                ChargingSchedules.time(profile.path("validFrom")),
                ChargingSchedules.time(profile.path("validTo")),
                schedules);
    }

    static Purpose purpose(String word) {
        return switch (word) {
            case "ChargingStationExternalConstraints" -> Purpose.EXTERNAL;
            case "ChargingStationMaxProfile" -> Purpose.STATION_MAX;
            case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
            default -> Purpose.TX;
        };
    }

    private static String upper(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT);
    }
}
