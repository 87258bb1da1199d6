package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.PageRequest;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.wallet.Posting;
import io.voltledger.saga.reconciliation.Movement.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the books say of an account, page by page. */
@Component
class BookMovements {

    static final String PROVIDER = "clearing:provider";
    static final String CARD = "clearing:card";
    static final String TOP_UP = "clearing:top-up";

    private static final int TIMEOUT_SECONDS = 30;

    private final QueryGateway queries;

    BookMovements(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * @param takenIsDebit whether a debit of the account is money that came in
     * @param until exclusive
     */
    List<Movement> of(String account, boolean takenIsDebit, Instant from, Instant until) {
        return movements(account, null, takenIsDebit, from, until);
    }

    /** All that there ever was of a payment or a top-up. */
    List<Movement> of(String account, String subject, boolean takenIsDebit) {
        return movements(account, subject, takenIsDebit, null, null).stream()
                .filter(movement -> movement.subject().equals(subject))
                .toList();
    }

    private List<Movement> movements(
            String account,
            @Nullable String subject,
            boolean takenIsDebit,
            @Nullable Instant from,
            @Nullable Instant until) {
        List<Movement> movements = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            LedgerEntryPage page = queries.query(
                            new ListLedgerEntries(
                                    account,
                                    null,
                                    subject,
                                    from,
                                    until,
                                    new PageRequest(PageRequest.MAX_LIMIT, cursor)),
                            ResponseTypes.instanceOf(LedgerEntryPage.class))
                    .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .join();
            page.items()
                    .forEach(entry -> entry.postings().stream()
                            .filter(posting -> posting.account().equals(account))
                            .forEach(posting -> movements.add(movement(entry, posting, takenIsDebit))));
            cursor = page.next();
        } while (cursor != null);
        return movements;
    }

    private static Movement movement(LedgerEntryView entry, Posting posting, boolean takenIsDebit) {
        Money amount = posting.amount();
        return new Movement(
                Long.toString(entry.position()),
                entry.reference(),
                true,
                amount.isPositive() == takenIsDebit ? Direction.TAKEN : Direction.RETURNED,
                new Money(Math.abs(amount.amount()), amount.currency()),
                entry.bill(),
                entry.at());
    }
}
