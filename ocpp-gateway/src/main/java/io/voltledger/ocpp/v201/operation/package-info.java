/** The requests of OCPP 2.0.1 that the platform may send to a station, functional block by functional block. */
@NullMarked
package io.voltledger.ocpp.v201.operation;

import org.jspecify.annotations.NullMarked;
