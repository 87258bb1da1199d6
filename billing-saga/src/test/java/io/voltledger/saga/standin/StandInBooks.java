package io.voltledger.saga.standin;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.Posting;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Books that have what a test writes into them. */
public final class StandInBooks {

    private final List<LedgerEntryView> entries = new CopyOnWriteArrayList<>();

    /** A payment that was taken and came to its bill. */
    public void book(PaymentId payment, Money amount, Instant at) {
        add("PaymentApproved", payment, LedgerEntry.of("clearing:provider", "clearing:card", amount), at);
        add("PaymentApplied", payment, LedgerEntry.of("clearing:card", "member:M:receivable", amount), at);
    }

    /** A payment that was taken too late and went back by hand, from a bank account of ours. */
    public void settle(PaymentId payment, BillId bill, Money amount, Instant takenAt, Instant settledAt) {
        add(
                "PaymentApprovedLate",
                payment,
                bill,
                LedgerEntry.of("clearing:provider", "clearing:card", amount),
                takenAt);
        add("PaymentSettled", payment, bill, LedgerEntry.of("clearing:card", "bank:transfers", amount), settledAt);
    }

    @QueryHandler
    LedgerEntryPage handle(ListLedgerEntries query) {
        return new LedgerEntryPage(
                entries.stream()
                        .filter(entry -> query.bill() == null || query.bill().equals(entry.bill()))
                        .filter(entry -> query.from() == null || !entry.at().isBefore(query.from()))
                        .filter(entry -> query.until() == null || entry.at().isBefore(query.until()))
                        .filter(entry -> entry.postings().stream()
                                .map(Posting::account)
                                .anyMatch(account -> account.equals(query.account())))
                        .toList(),
                null);
    }

    private void add(String type, PaymentId payment, LedgerEntry entry, Instant at) {
        add(type, payment, null, entry, at);
    }

    private void add(String type, PaymentId payment, @Nullable BillId bill, LedgerEntry entry, Instant at) {
        long position = entries.size();
        entries.add(new LedgerEntryView(position, "e" + position, type, payment.value(), bill, at, entry.postings()));
    }
}
