/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.token;

import org.jspecify.annotations.NullMarked;
