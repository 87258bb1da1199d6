package io.voltledger.api.ledger;

import io.voltledger.api.Money;

/**
 * An account in one currency.
 *
 * @param account {@code member:M1:receivable}, {@code clearing:provider}, {@code revenue:charging}
 * @param debits everything that was ever debited
 * @param credits everything that was ever credited
 * @param balance debits less credits: positive is a debit balance
 */
public record LedgerAccountView(String account, Kind kind, Money debits, Money credits, Money balance) {

    /** What an account is for an accountant. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE,
        /** Comes back to zero once what went in has gone out. */
        CLEARING
    }
}
