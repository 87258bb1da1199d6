/** Payment methods and attempts to charge them through a payment provider. */
@NullMarked
package io.voltledger.api.payment;

import org.jspecify.annotations.NullMarked;
