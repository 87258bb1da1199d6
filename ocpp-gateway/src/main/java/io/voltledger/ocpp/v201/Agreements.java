package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.station.StationOrder;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 2.0.1 station's answer means beyond the answer itself. */
final class Agreements {

    private static final CompletableFuture<@Nullable Object> NOTHING = CompletableFuture.completedFuture(null);

    private final StationMemory memory;
    private final Passwords passwords;

    Agreements(StationMemory memory) {
        this.memory = memory;
        passwords = new Passwords(memory);
    }

    CompletableFuture<@Nullable Object> note(StationOrder order, JsonNode answer) {
        if (order.action().equals("SetVariables")) {
            return passwords.note(order, answer);
        }
        JsonNode request = order.request();
        if (order.action().equals("GetLocalListVersion")
                && answer.path("versionNumber").isIntegralNumber()) {
            return memory.localList(order, answer.path("versionNumber").asInt());
        }
        if (!answer.path("status").asText().equals("Accepted")) {
            return NOTHING;
        }
        return switch (order.action()) {
            case "SendLocalList" ->
                memory.localList(order, request.path("versionNumber").asInt());
            case "SetChargingProfile" -> stored(order, request);
            case "RequestStartTransaction" -> request.has("chargingProfile") ? stored(order, request) : NOTHING;
            case "ClearChargingProfile" -> memory.profilesCleared(order, filter(request));
            default -> NOTHING;
        };
    }

    private CompletableFuture<@Nullable Object> stored(StationOrder order, JsonNode request) {
        return memory.profileStored(order, evse(request), ChargingProfiles.read(request.path("chargingProfile")));
    }

    /** An id alone means that profile (K10.FR.02). */
    private static ChargingProfileFilter filter(JsonNode request) {
        JsonNode criteria = request.path("chargingProfileCriteria");
        JsonNode purpose = criteria.path("chargingProfilePurpose");
        return new ChargingProfileFilter(
                number(request, "chargingProfileId"),
                evse(criteria),
                purpose.isTextual() ? ChargingProfiles.purpose(purpose.asText()) : null,
                number(criteria, "stackLevel"));
    }

    private static @Nullable ConnectorId evse(JsonNode request) {
        Integer evse = number(request, "evseId");
        return evse == null ? null : ConnectorNumbers.of(evse, 1);
    }

    private static @Nullable Integer number(JsonNode request, String field) {
        return request.path(field).isNumber()
                ? Integer.valueOf(request.path(field).asInt())
                : null;
    }
}
