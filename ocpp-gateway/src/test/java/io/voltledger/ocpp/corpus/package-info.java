/** The corpus of what real chargers do, run against the gateway and the write side behind it. */
@NullMarked
package io.voltledger.ocpp.corpus;

import org.jspecify.annotations.NullMarked;
