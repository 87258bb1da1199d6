package io.voltledger.api.chargepoint;

import java.time.Instant;

/**
 * The version of the local list that a station last had.
 *
 * @param version 0 for an empty list, -1 where it keeps none
 */
public record LocalListView(StationId station, int version, Instant notedAt) {}
