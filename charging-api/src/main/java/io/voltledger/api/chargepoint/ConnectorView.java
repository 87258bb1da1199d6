package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connector's last report.
 *
 * @param reported the station's own word for the status
 * @param errorCode OCPP error code as it came
 * @param since when the report came in
 */
public record ConnectorView(
        ConnectorId id,
        ConnectorStatus status,
        String reported,
        @Nullable String errorCode,
        @Nullable String info,
        @Nullable String vendorErrorCode,
        Instant since) {}
