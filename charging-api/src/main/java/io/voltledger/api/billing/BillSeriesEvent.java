package io.voltledger.api.billing;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a series of numbers. */
public sealed interface BillSeriesEvent {

    BillSeries series();

    /**
     * A document has its number.
     *
     * @param number from 1, without a gap
     */
    @Revision("1")
    record NumberGiven(
            BillSeries series,
            long number,
            BillId bill,
            @Nullable CreditNoteId creditNote,
            Instant givenAt) implements BillSeriesEvent {}
}
