/** Provider outcomes, the vault, and intents on a real database. */
@NullMarked
package io.voltledger.saga.payment;

import org.jspecify.annotations.NullMarked;
