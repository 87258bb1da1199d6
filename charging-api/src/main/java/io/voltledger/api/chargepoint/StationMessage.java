package io.voltledger.api.chargepoint;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One frame between a station and the gateway, as the message log keeps it.
 *
 * @param at when it came or went, by the gateway's clock
 * @param action of the call, or of the call that this frame answers; absent where that is not known
 * @param uniqueId OCPP's message id; absent where it could not be read
 * @param latency from the call to its answer, the wait for its turn included; absent where there was none
 * @param outcome of the exchange that the frame belongs to
 * @param length of the frame in characters, as it was on the wire
 * @param frame its text; credentials are masked in it, id tags too unless they were asked for, and a very long one is
 *     cut at its end
 */
public record StationMessage(
        StationMessageId id,
        StationId station,
        Instant at,
        Direction direction,
        Type type,
        @Nullable String action,
        @Nullable String uniqueId,
        @Nullable Duration latency,
        Outcome outcome,
        int length,
        String frame) {

    /** As the gateway sees it. */
    public enum Direction {
        /** From the station. */
        IN,
        /** To the station. */
        OUT
    }

    /** What kind of frame it is; UNREADABLE where that could not be told. */
    public enum Type {
        CALL,
        RESULT,
        ERROR,
        UNREADABLE
    }

    /** How the exchange ended. */
    public enum Outcome {
        /** By a result. */
        ANSWERED,
        /** By an error of the side that was called. */
        ERROR,
        /** No answer came in time. */
        TIMED_OUT,
        /** It was not a frame that could be served. */
        REFUSED,
        /** The connection ended before an answer. */
        DROPPED,
        /** It answers no open call, or is broken in a way that OCPP says to ignore. */
        IGNORED,
        /** It answers a call that had timed out, and counts all the same. */
        LATE
    }
}
