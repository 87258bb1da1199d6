/** What the gateway holds of a station while it is connected, and what every OCPP version offers: an answer to each call. */
@NullMarked
package io.voltledger.ocpp.station;

import org.jspecify.annotations.NullMarked;
