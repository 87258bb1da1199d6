package io.voltledger.api.ledger;

import io.voltledger.api.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every account as it stood.
 *
 * @param position the last one that counts; absent where nothing is recorded
 * @param totals for each currency
 */
public record TrialBalanceView(
        @Nullable Long position, List<LedgerAccountView> accounts, List<Total> totals, boolean balanced) {

    /** The sums of all balances on either side; equal in sound books. */
    public record Total(Money debits, Money credits) {}

    public TrialBalanceView {
        accounts = List.copyOf(accounts);
        totals = List.copyOf(totals);
    }
}
