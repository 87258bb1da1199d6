package io.voltledger.saga.payment;

import java.time.Instant;

/** What a call to a payment provider came to. */
public sealed interface ProviderOutcome {

    /** The money was taken, and amount and currency agree. */
    record Approved(String providerKey, Instant approvedAt) implements ProviderOutcome {}

    /** The provider says no; nothing was taken or, for a cancel, nothing given back. */
    record Declined(String code, String detail) implements ProviderOutcome {}

    /** The money was given back: all of it or the part that was asked for. */
    record Cancelled() implements ProviderOutcome {}

    /** The provider does not know the order or the cancellation. */
    record NotFound() implements ProviderOutcome {}

    /** Nobody can tell whether it took effect. */
    record Unknown(String cause) implements ProviderOutcome {}

    /** The call never left us. */
    record NotReached(String cause) implements ProviderOutcome {}

    /** The provider refuses us, not the card: an operator must act. */
    record Misconfigured(String code, String detail) implements ProviderOutcome {}
}
