package io.voltledger.api.wallet;

import io.voltledger.api.Money;

/**
 * One side of a ledger entry.
 *
 * @param account {@code member:M1:available}, {@code member:M1:held}, {@code clearing:top-up}, {@code points:issued},
 *     {@code revenue:charging}
 * @param amount positive is a debit, negative a credit
 */
public record Posting(String account, Money amount) {}
