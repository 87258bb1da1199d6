/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.chargepoint;

import org.jspecify.annotations.NullMarked;
