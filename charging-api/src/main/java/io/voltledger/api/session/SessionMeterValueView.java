package io.voltledger.api.session;

import java.time.Instant;
import java.util.List;

/**
 * One reading of a session's meter, in normal units.
 *
 * @param sampledAt the station's clock
 * @param receivedAt the gateway's
 */
public record SessionMeterValueView(Origin origin, Instant sampledAt, Instant receivedAt, List<SampledValue> values) {

    /** How it reached the platform. */
    public enum Origin {
        /** While the session ran. */
        METER_VALUES,
        /** With the stop. */
        TRANSACTION_DATA,
        /** After the stop: kept, and counted in no bill. */
        LATE
    }
}
