package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.ocpp.reading.ChargingSchedules;
import java.util.List;
import java.util.Locale;

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
                ChargingSchedules.time(profile.path("validFrom")),
                ChargingSchedules.time(profile.path("validTo")),
                List.of(ChargingSchedules.read(profile.path("chargingSchedule"))));
    }

    static Purpose purpose(String word) {
        return switch (word) {
            case "ChargePointMaxProfile" -> Purpose.STATION_MAX;
            case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
            default -> Purpose.TX;
        };
    }

    private static String upper(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT);
    }
}
