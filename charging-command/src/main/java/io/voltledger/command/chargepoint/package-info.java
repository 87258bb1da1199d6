/** Charge points, the log of what they say outside sessions, and the commands that go to them. */
@NullMarked
package io.voltledger.command.chargepoint;

import org.jspecify.annotations.NullMarked;
