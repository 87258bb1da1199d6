package io.voltledger.api.chargepoint;

import org.jspecify.annotations.Nullable;

/**
 * Where a station is connected.
 *
 * @param node the gateway node that holds its socket; absent while it is offline
 */
public record StationConnection(StationId station, @Nullable String node) {}
