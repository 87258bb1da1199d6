package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.security.Presented;

/**
 * A connection that wants in as a station.
 *
 * @param connection unique for each socket
 * @param protocol the negotiated subprotocol
 * @param address of the other side, without its port
 */
record Visit(StationId station, String connection, String protocol, String address, Presented presented) {}
