/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command;

import org.jspecify.annotations.NullMarked;
