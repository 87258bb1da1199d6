package io.voltledger.api.billing;

import io.voltledger.api.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A credit note with the bill that it is of.
 *
 * @param billNumber the bill's number as it is printed; absent for a moment after it was opened
 */
public record CreditNoteView(
        BillId bill, @Nullable String billNumber, @Nullable MemberId member, BillView.CreditNote note) {}
