package io.voltledger.command.rerating;

import io.voltledger.api.billing.CreditNoteId;

/** The credit note that a run issues on a bill: always the same, so that it is issued once. */
final class RerateCredit {

    private RerateCredit() {}

    static CreditNoteId of(String run) {
        return new CreditNoteId("rerate-" + run);
    }
}
