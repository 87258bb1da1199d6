/** The payment provider over real HTTP. */
@NullMarked
package io.voltledger.simulators.payment;

import org.jspecify.annotations.NullMarked;
