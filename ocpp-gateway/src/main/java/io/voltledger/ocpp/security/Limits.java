package io.voltledger.ocpp.security;

import jakarta.validation.constraints.Min;

/**
 * How much stations may do.
 *
 * @param handshakesPerMinute of one address; more are answered 429
 * @param refusalsPerMinute that this node records of stations that are refused or unknown; more are only logged
 * @param callsPerSecond of one station; more wait, and its socket is not read meanwhile
 */
public record Limits(
        @Min(1) int handshakesPerMinute,
        @Min(1) int refusalsPerMinute,
        @Min(1) int callsPerSecond) {}
