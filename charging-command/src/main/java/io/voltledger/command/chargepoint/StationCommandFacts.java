package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a command to a station.
 *
 * @param station absent before it is dispatched
 */
record StationCommandFacts(@Nullable StationId station, boolean ended) {

    static final StationCommandFacts NONE = new StationCommandFacts(null, false);
}
