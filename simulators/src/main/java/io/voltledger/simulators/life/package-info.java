/** A day of a fleet's life in minutes: stations that charge, drop out and come back, and the comparison of what they metered with what was billed. */
@NullMarked
package io.voltledger.simulators.life;

import org.jspecify.annotations.NullMarked;
