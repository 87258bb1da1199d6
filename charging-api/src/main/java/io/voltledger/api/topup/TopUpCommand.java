package io.voltledger.api.topup;

import io.voltledger.api.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The life of a top-up. Every report may be repeated; the first final one counts. */
public sealed interface TopUpCommand {

    TopUpId topUp();

    /**
     * Asks for a charge of the card that the member registered last; refused with {@code amount-invalid} below one minor unit
     * and with {@code already-exists} under an id that another amount was asked for.
     */
    record RequestTopUp(@TargetAggregateIdentifier TopUpId topUp, Money amount, Instant at) implements TopUpCommand {}

    /** The provider says that it is done. */
    record ConfirmTopUp(@TargetAggregateIdentifier TopUpId topUp, String providerKey, Instant approvedAt)
            implements TopUpCommand {}

    record DeclineTopUp(@TargetAggregateIdentifier TopUpId topUp, String code, String detail, Instant at)
            implements TopUpCommand {}

    /** Nobody can tell whether money moved. */
    record ReportTopUpUnknown(@TargetAggregateIdentifier TopUpId topUp, String cause, Instant at)
            implements TopUpCommand {}

    /** The wallet was credited. */
    record ReportTopUpCredited(@TargetAggregateIdentifier TopUpId topUp, Instant at) implements TopUpCommand {}

    /** The wallet does not take the money. */
    record ReportTopUpRefused(@TargetAggregateIdentifier TopUpId topUp, String code, String detail, Instant at)
            implements TopUpCommand {}

    /** The provider gave the money back. */
    record ReportTopUpReturned(@TargetAggregateIdentifier TopUpId topUp, Instant at) implements TopUpCommand {}

    /**
     * The provider had refused to give the money back, and an operator says how it went back.
     *
     * @param reason the operator's words
     */
    record ReportTopUpReturnedByHand(
            @TargetAggregateIdentifier TopUpId topUp, String reason, Instant at) implements TopUpCommand {}
}
