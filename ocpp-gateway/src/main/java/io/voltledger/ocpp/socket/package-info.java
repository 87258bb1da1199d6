/** WebSockets of stations: handshake, one link a station, order and back-pressure, calls in both directions, dead peers. */
@NullMarked
package io.voltledger.ocpp.socket;

import org.jspecify.annotations.NullMarked;
