/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.refund;

import org.jspecify.annotations.NullMarked;
