package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import java.util.List;

/**
 * A balanced ledger entry: its debits equal its credits.
 *
 * @param postings two or more of one currency whose amounts sum to zero
 */
public record LedgerEntry(List<Posting> postings) {

    public LedgerEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("a ledger entry has at least two postings");
        }
        if (!postings.stream()
                .map(Posting::amount)
                .reduce(Money::plus)
                .orElseThrow()
                .isZero()) {
            throw new IllegalArgumentException("a ledger entry does not balance: " + postings);
        }
    }

    /** Debits one account and credits the other. */
    public static LedgerEntry of(String debit, String credit, Money amount) {
        return new LedgerEntry(List.of(
                new Posting(debit, amount),
                new Posting(credit, Money.zero(amount.currency()).minus(amount))));
    }
}
