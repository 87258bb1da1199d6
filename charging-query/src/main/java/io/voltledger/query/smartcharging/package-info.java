/** Smart charging as the platform understands it: what a station may draw, computed from the profiles that it accepted. */
@NullMarked
package io.voltledger.query.smartcharging;

import org.jspecify.annotations.NullMarked;
