package io.voltledger.command.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.CreditNoteId;
import org.jspecify.annotations.Nullable;

/** The name of a document within the platform: a bill, or a credit note of one. */
final class NumberedDocument {

    private NumberedDocument() {}

    static String of(BillId bill, @Nullable CreditNoteId creditNote) {
        return creditNote == null ? bill.value() : bill.value() + "/" + creditNote.value();
    }
}
