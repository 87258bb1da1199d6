package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call that the central system answered: from now on it must know it.
 *
 * @param attempts how often it was sent
 * @param nanos from the last sending to the answer
 */
public record Acknowledged(String action, JsonNode request, JsonNode answer, int attempts, long nanos, Instant at) {}
