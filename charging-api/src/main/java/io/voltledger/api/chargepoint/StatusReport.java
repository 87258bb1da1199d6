package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a StatusNotification said.
 *
 * @param status the state in our words
 * @param reported the station's own word for it, kept as it came
 * @param errorCode OCPP error code as it came; {@code NoError} where nothing is wrong
 * @param info the station's free text
 * @param vendorErrorCode the vendor's own code
 * @param stationTime the station's clock, absent where it sent none or none that could be read
 */
public record StatusReport(
        ConnectorStatus status,
        String reported,
        @Nullable String errorCode,
        @Nullable String info,
        @Nullable String vendorErrorCode,
        @Nullable Instant stationTime) {}
