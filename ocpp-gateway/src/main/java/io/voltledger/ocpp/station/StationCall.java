package io.voltledger.ocpp.station;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.quirk.StationQuirks;
import io.voltledger.ocpp.reading.Payload;

/**
 * A call of a station on its way through the gateway.
 *
 * @param open the sessions that the station is known to have
 * @param quirks how stations are read
 * @param receipt the frame's message id and when it came
 */
public record StationCall(
        StationId station, OpenSessions open, StationQuirks quirks, String action, Payload payload, Receipt receipt) {

    /** Who acts, in the words of the meta-data. */
    public String actor() {
        return "station:" + station.value();
    }
}
