package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A RemoteStartTransaction that the station accepted.
 *
 * @param connector absent where the central system left the choice to the station
 * @param request as it came
 */
public record RemoteStart(String idTag, @Nullable Integer connector, JsonNode request) {}
