package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.station.StationOrder;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a 1.6 station's answer means beyond the answer itself. */
final class Agreements {

    private static final CompletableFuture<@Nullable Object> NOTHING = CompletableFuture.completedFuture(null);

    private final StationMemory memory;

    Agreements(StationMemory memory) {
        this.memory = memory;
    }

    CompletableFuture<@Nullable Object> note(StationOrder order, JsonNode answer) {
        JsonNode request = order.request();
        if (order.action().equals("GetLocalListVersion")
                && answer.path("listVersion").isIntegralNumber()) {
            return memory.localList(order, answer.path("listVersion").asInt());
        }
        String status = answer.path("status").asText();
        if (order.action().equals("ChangeConfiguration") && status.equals("RebootRequired")) {
            return configured(order, request);
        }
        if (!status.equals("Accepted")) {
            return NOTHING;
        }
        return switch (order.action()) {
            case "ChangeConfiguration" -> configured(order, request);
            case "ReserveNow" -> memory.reserved(order, reservation(request));
            case "CancelReservation" ->
                memory.cancelled(order, request.path("reservationId").asInt());
            case "SendLocalList" ->
                memory.localList(order, request.path("listVersion").asInt());
            case "SetChargingProfile" ->
                memory.profileStored(
                        order, connector(request), ChargingProfiles.read(request.path("csChargingProfiles")));
            case "RemoteStartTransaction" ->
                request.has("chargingProfile")
                        ? memory.profileStored(
                                order, connector(request), ChargingProfiles.read(request.path("chargingProfile")))
                        : NOTHING;
            case "ClearChargingProfile" -> memory.profilesCleared(order, filter(request));
            default -> NOTHING;
        };
    }

    private CompletableFuture<@Nullable Object> configured(StationOrder order, JsonNode request) {
        return request.path("key").asText().equalsIgnoreCase("AuthorizationKey")
                ? memory.passwordChanged(order, request.path("value").asText())
                : NOTHING;
    }

    private static Reservation reservation(JsonNode request) {
        JsonNode parent = request.path("parentIdTag");
        return new Reservation(
                request.path("reservationId").asInt(),
                new ConnectorId(request.path("connectorId").asInt()),
                new IdToken(request.path("idTag").asText()),
                parent.isTextual() && !parent.asText().isBlank() ? new IdToken(parent.asText()) : null,
                OffsetDateTime.parse(request.path("expiryDate").asText()).toInstant());
    }

    private static ChargingProfileFilter filter(JsonNode request) {
        JsonNode purpose = request.path("chargingProfilePurpose");
        return new ChargingProfileFilter(
                number(request, "id"),
                connector(request),
                purpose.isTextual() ? ChargingProfiles.purpose(purpose.asText()) : null,
                number(request, "stackLevel"));
    }

    private static @Nullable ConnectorId connector(JsonNode request) {
        Integer connector = number(request, "connectorId");
        return connector == null ? null : new ConnectorId(connector);
    }

    private static @Nullable Integer number(JsonNode request, String field) {
        return request.path(field).isNumber()
                ? Integer.valueOf(request.path(field).asInt())
                : null;
    }
}
