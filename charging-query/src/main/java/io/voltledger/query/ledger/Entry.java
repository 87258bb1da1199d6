package io.voltledger.query.ledger;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says in the books.
 *
 * @param reference what it is about
 * @param postings balanced
 */
record Entry(String reference, @Nullable BillId bill, LedgerEntry postings) {

    static Entry of(String reference, @Nullable BillId bill, String debit, String credit, Money amount) {
        return new Entry(reference, bill, LedgerEntry.of(debit, credit, amount));
    }

    static Entry of(String reference, @Nullable BillId bill, List<Posting> postings) {
        return new Entry(reference, bill, new LedgerEntry(postings));
    }
}
