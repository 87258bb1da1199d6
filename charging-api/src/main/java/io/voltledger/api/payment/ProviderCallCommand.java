package io.voltledger.api.payment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of calls that the platform is to make at the payment provider. */
public sealed interface ProviderCallCommand {

    /** Refused where a call is under way, and what it comes to is not known yet. */
    String UNDER_WAY = "call-under-way-conflict";

    /**
     * Holds back, for a minute, what would give money back: somebody settles it by hand. Once it is settled the call is never
     * made. Refused as {@link #UNDER_WAY}, with the time from which on to try again.
     *
     * @param of the payment that came too late, or the refund
     */
    record HoldCallsBack(@TargetAggregateIdentifier String of) implements ProviderCallCommand {}
}
