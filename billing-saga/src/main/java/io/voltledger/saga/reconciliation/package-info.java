/**
 * The daily comparison of the payment provider's transactions with the books and the bills. Movements are matched one to
 * one, by payment, direction and amount; what is left over becomes a case for a person, never a guess.
 */
@NullMarked
package io.voltledger.saga.reconciliation;

import org.jspecify.annotations.NullMarked;
