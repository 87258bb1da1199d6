/**
 * Charging stations that speak OCPP 1.6J over real WebSockets: they keep what is not acknowledged and send it again after
 * an outage, as real chargers do.
 */
@NullMarked
package io.voltledger.simulators.station;

import org.jspecify.annotations.NullMarked;
