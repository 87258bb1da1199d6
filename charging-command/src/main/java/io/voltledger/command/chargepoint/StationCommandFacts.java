package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a command to a station.
 *
 * @param station absent before it is dispatched
 * @param outcome absent before it ended
 */
record StationCommandFacts(
        @Nullable StationId station, @Nullable Outcome outcome) {

    static final StationCommandFacts NONE = new StationCommandFacts(null, null);

    boolean ended() {
        return outcome != null;
    }

    boolean isSilent() {
        return outcome == Outcome.TIMED_OUT;
    }
}
