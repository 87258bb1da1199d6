/** Proof that dunning goes forward only and ends with the payment. */
@NullMarked
package io.voltledger.command.dunning;

import org.jspecify.annotations.NullMarked;
