package io.voltledger.query.ledger;

import io.voltledger.api.Money;
import io.voltledger.api.ledger.LedgerAccountView;
import io.voltledger.api.ledger.TrialBalanceView;
import io.voltledger.api.ledger.TrialBalanceView.Total;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up balances: those on the debit side and those on the credit side, for each currency. */
final class TrialBalance {

    private TrialBalance() {}

    static TrialBalanceView of(@Nullable Long position, List<LedgerAccountView> accounts) {
        Map<Currency, Total> totals = new LinkedHashMap<>();
        for (LedgerAccountView account : accounts) {
            totals.merge(account.balance().currency(), side(account.balance()), TrialBalance::plus);
        }
        return new TrialBalanceView(
                position,
                accounts,
                List.copyOf(totals.values()),
                totals.values().stream().allMatch(total -> total.debits().equals(total.credits())));
    }

    private static Total side(Money balance) {
        Money nothing = Money.zero(balance.currency());
        return balance.isNegative() ? new Total(nothing, nothing.minus(balance)) : new Total(balance, nothing);
    }

    private static Total plus(Total one, Total other) {
        return new Total(one.debits().plus(other.debits()), one.credits().plus(other.credits()));
    }
}
