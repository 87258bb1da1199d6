/** Tests of the way to the write side. */
@NullMarked
package io.voltledger.ocpp.station;

import org.jspecify.annotations.NullMarked;
