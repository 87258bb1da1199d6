package io.voltledger.api.dunning;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a member because of an overdue bill. */
public sealed interface DunningEvent {

    MemberId member();

    BillId bill();

    @Revision("1")
    record DunningAdvanced(
            MemberId member, BillId bill, SessionId session, DunningStage stage, Money outstanding, Instant advancedAt)
            implements DunningEvent {}

    /** @param stage how far it had come */
    @Revision("1")
    record DunningEnded(MemberId member, BillId bill, SessionId session, DunningStage stage, Instant endedAt)
            implements DunningEvent {}
}
