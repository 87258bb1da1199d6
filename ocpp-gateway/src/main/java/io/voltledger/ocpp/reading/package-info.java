/** Makes sense of what stations write: numbers, times and units as they really come; what looks wrong becomes an anomaly beside the value, and nothing is dropped unsaid. */
@NullMarked
package io.voltledger.ocpp.reading;

import org.jspecify.annotations.NullMarked;
