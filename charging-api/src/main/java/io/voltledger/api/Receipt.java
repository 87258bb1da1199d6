package io.voltledger.api;

import java.time.Instant;

/**
 * How a station's fact reached the platform: kept beside whatever the station's own clock says.
 *
 * @param messageId the OCPP-J unique id of the frame
 * @param receivedAt the gateway's clock when the frame arrived
 */
public record Receipt(String messageId, Instant receivedAt) {}
