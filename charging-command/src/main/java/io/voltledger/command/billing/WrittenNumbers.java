package io.voltledger.command.billing;

import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import org.jspecify.annotations.Nullable;

/** The numbers that stand on documents already. */
interface WrittenNumbers {

    /** Absent where the document has none. */
    @Nullable Long of(GiveNumber command);
}
