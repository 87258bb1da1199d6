/** Attempts to take money for a bill, and the payment methods they use. */
@NullMarked
package io.voltledger.command.payment;

import org.jspecify.annotations.NullMarked;
