package io.voltledger.api.billing;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a series of numbers. */
public sealed interface BillSeriesCommand {

    BillSeries series();

    /**
     * Gives a document its number; answers it. A document that has one gets the same again.
     *
     * @param creditNote absent for the bill itself
     */
    record GiveNumber(
            @TargetAggregateIdentifier BillSeries series,
            BillId bill,
            @Nullable CreditNoteId creditNote,
            Instant at) implements BillSeriesCommand {}
}
