/** Charge points with their connectors, and the commands sent to them, as operators read them. */
@NullMarked
package io.voltledger.query.chargepoint;

import org.jspecify.annotations.NullMarked;
