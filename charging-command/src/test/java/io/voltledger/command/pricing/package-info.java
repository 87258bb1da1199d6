/** Tests of choosing and quoting. */
@NullMarked
package io.voltledger.command.pricing;

import org.jspecify.annotations.NullMarked;
