/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.billing;

import org.jspecify.annotations.NullMarked;
