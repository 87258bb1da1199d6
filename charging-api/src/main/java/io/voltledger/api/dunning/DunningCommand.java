package io.voltledger.api.dunning;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The dunning of a member's bills, each by itself; what was done before, or comes after the bill is paid, changes nothing. */
public sealed interface DunningCommand {

    StandingId standing();

    BillId bill();

    record AdvanceDunning(
            @TargetAggregateIdentifier StandingId standing,
            BillId bill,
            SessionId session,
            DunningStage stage,
            Money outstanding,
            Instant at)
            implements DunningCommand {}

    /** The bill is paid. */
    record EndDunning(@TargetAggregateIdentifier StandingId standing, BillId bill, SessionId session, Instant at)
            implements DunningCommand {}
}
