/** Tests of rerating. */
@NullMarked
package io.voltledger.command.rerating;

import org.jspecify.annotations.NullMarked;
