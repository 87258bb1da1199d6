/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.wallet;

import org.jspecify.annotations.NullMarked;
