package io.voltledger.api.chargepoint;

import org.jspecify.annotations.Nullable;

/**
 * What came of a command to a station.
 *
 * @param outcome how it ended
 * @param payload the station's CALLRESULT as a JSON text, or its CALLERROR as
 *     {@code {"errorCode", "errorDescription", "errorDetails"}}
 */
public record StationAnswer(Outcome outcome, @Nullable String payload) {

    /** How a command to a station can end. */
    public enum Outcome {
        /** The station answered; whether it agreed stands in the payload. */
        ANSWERED,
        /** The station answered with a CALLERROR. */
        CALL_ERROR,
        /** No answer came in time; the station may have acted, and may still answer. */
        TIMED_OUT,
        /** The station was not, or no longer, connected. */
        OFFLINE
    }
}
