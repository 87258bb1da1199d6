package io.voltledger.api.ledger;

import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about the books. */
public sealed interface LedgerQuery {

    /** Answers a {@link LedgerAccountPage} in the order of names. What is absent does not restrict. */
    record ListLedgerAccounts(@Nullable String prefix, PageRequest page) implements LedgerQuery {}

    /**
     * Answers a {@link LedgerEntryPage}, newest first. What is absent does not restrict.
     *
     * @param reference what the entries are about: a payment, a top-up, a bill
     * @param from of facts recorded then or later
     * @param until of facts recorded before
     */
    record ListLedgerEntries(
            @Nullable String account,
            @Nullable BillId bill,
            @Nullable String reference,
            @Nullable Instant from,
            @Nullable Instant until,
            PageRequest page)
            implements LedgerQuery {}

    /**
     * Answers a {@link TrialBalanceView}.
     *
     * @param position facts up to and with it count; absent means all
     * @param at facts recorded until then count; absent means all
     */
    record DrawTrialBalance(
            @Nullable Long position, @Nullable Instant at) implements LedgerQuery {}

    /** @param next cursor of the following page; absent at the end */
    record LedgerAccountPage(
            List<LedgerAccountView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record LedgerEntryPage(
            List<LedgerEntryView> items, @Nullable String next) {}
}
