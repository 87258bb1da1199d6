package io.voltledger.api.billing;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about bills. */
public sealed interface BillQuery {

    /** Answers an {@code Optional<BillView>}. */
    record FindBill(BillId bill) implements BillQuery {}

    /** Answers a {@link BillPage}, newest first. What is absent does not restrict. */
    record ListBills(@Nullable BillState state, @Nullable MemberId member, PageRequest page) implements BillQuery {}

    /** Answers a {@link CreditNotePage}, newest first. What is absent does not restrict. */
    record ListCreditNotes(@Nullable MemberId member, PageRequest page) implements BillQuery {}

    /** @param next cursor of the following page; absent at the end */
    record CreditNotePage(
            List<CreditNoteView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record BillPage(List<BillView> items, @Nullable String next) {}
}
