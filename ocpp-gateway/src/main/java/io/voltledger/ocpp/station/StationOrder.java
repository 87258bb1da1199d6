package io.voltledger.ocpp.station;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;

/**
 * A call of the platform on its way to a station.
 *
 * @param payload the request as it goes to the wire
 * @param request the same, read
 */
public record StationOrder(
        StationCommandId command, StationId station, String action, String payload, JsonNode request) {

    /** Who answers, in the words of the meta-data. */
    public String actor() {
        return "station:" + station.value();
    }
}
