package io.voltledger.saga.standin;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.topup.TopUpId;
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
                payment.value(),
                bill,
                LedgerEntry.of("clearing:provider", "clearing:card", amount),
                takenAt);
        add(
                "PaymentSettled",
                payment.value(),
                bill,
                LedgerEntry.of("clearing:card", "bank:transfers", amount),
                settledAt);
    }

    /** A top-up whose money came over a bank account of ours, and is in no wallet yet. */
    public void take(TopUpId topUp, Money amount, Instant at) {
        add("TopUpCharged", topUp.toString(), null, LedgerEntry.of("bank:transfers", "clearing:top-up", amount), at);
    }

    /** It, or some of it, goes back there. */
    public void giveBack(TopUpId topUp, Money amount, Instant at) {
        add("TopUpReturned", topUp.toString(), null, LedgerEntry.of("clearing:top-up", "bank:transfers", amount), at);
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
        add(type, payment.value(), null, entry, at);
    }

    private void add(String type, String reference, @Nullable BillId bill, LedgerEntry entry, Instant at) {
        long position = entries.size();
        entries.add(new LedgerEntryView(position, "e" + position, type, reference, bill, at, entry.postings()));
    }
}
