package io.voltledger.ocpp.security;

import io.voltledger.runtime.guess.GuessLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much stations may do.
 *
 * @param handshakesPerMinute of one address; more are answered 429
 * @param refusalsPerMinute that this node records of stations that are refused or unknown; more are only logged
 * @param callsPerSecond of one station; more wait, and its socket is not read meanwhile
 * @param guesses how often a station's password may be wrong from one address; more are answered 429
 */
public record Limits(
        @Min(1) int handshakesPerMinute,
        @Min(1) int refusalsPerMinute,
        @Min(1) int callsPerSecond,
        @Valid @DefaultValue GuessLimit guesses) {}
