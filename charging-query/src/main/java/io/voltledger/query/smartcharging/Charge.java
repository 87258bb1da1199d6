package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ConnectorId;
import java.time.Instant;

/**
 * A charge that goes on.
 *
 * @param transaction OCPP's id of it
 */
record Charge(ConnectorId connector, String transaction, Instant startedAt) {}
