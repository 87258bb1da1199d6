package io.voltledger.api.dunning;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;

/**
 * An overdue bill and what it has come to.
 *
 * @param overdueAt when its dunning began
 * @param since when it came to this stage
 */
public record DunningView(
        BillId bill,
        SessionId session,
        MemberId member,
        DunningStage stage,
        Money outstanding,
        Instant overdueAt,
        Instant since) {}
