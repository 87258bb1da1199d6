/** Known deviations of vendors' stations, in versioned profiles chosen by vendor, model and firmware. */
@NullMarked
package io.voltledger.api.quirk;

import org.jspecify.annotations.NullMarked;
