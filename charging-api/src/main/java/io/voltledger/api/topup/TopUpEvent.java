package io.voltledger.api.topup;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a top-up. */
public sealed interface TopUpEvent {

    TopUpId topUp();

    MemberId member();

    @Revision("1")
    record TopUpRequested(TopUpId topUp, MemberId member, Money amount, OrderId order, Instant requestedAt)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpOutcomeUnknown(TopUpId topUp, MemberId member, OrderId order, String cause, Instant unknownSince)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpDeclined(TopUpId topUp, MemberId member, Money amount, String code, String detail, Instant declinedAt)
            implements TopUpEvent {}

    /** The provider has the money: the wallet is to be credited. */
    @Revision("1")
    record TopUpCharged(TopUpId topUp, MemberId member, Money amount, String providerKey, Instant chargedAt)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpCompleted(TopUpId topUp, MemberId member, Money amount, Instant completedAt) implements TopUpEvent {}

    /**
     * The wallet does not take the money: it is to go back to the card.
     *
     * @param code the wallet's own; {@code declined-before} where the top-up had been declined when its money was found taken
     */
    @Revision("1")
    record TopUpRefused(
            TopUpId topUp,
            MemberId member,
            Money amount,
            String providerKey,
            String code,
            String detail,
            Instant refusedAt)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpReturned(TopUpId topUp, MemberId member, Money amount, Instant returnedAt) implements TopUpEvent {}

    /**
     * The same by an operator's word: the provider had refused the platform's call.
     *
     * @param reason the operator's words; who it was is in the meta-data of the {@code DeadLetterDiscarded} that it follows from
     */
    @Revision("1")
    record TopUpReturnedByHand(TopUpId topUp, MemberId member, Money amount, String reason, Instant returnedAt)
            implements TopUpEvent {}
}
