package io.voltledger.api.tariff;

import io.voltledger.api.Energy;
import java.time.Instant;

/**
 * What the register of a session's meter showed, and which event tells.
 *
 * @param at the station's clock
 * @param event position of the event in the session's stream, from 0
 */
public record MeterPoint(Energy register, Instant at, long event) {}
