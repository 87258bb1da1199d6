package io.voltledger.api.token;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a token. */
public sealed interface TokenCommand {

    IdToken token();

    /** Repeating it with the same content changes nothing; with other content it is refused as already-exists. */
    record IssueToken(
            @TargetAggregateIdentifier IdToken token,
            MemberId member,
            @Nullable IdToken parent,
            @Nullable Instant expiresAt,
            Instant at)
            implements TokenCommand {}

    record BlockToken(@TargetAggregateIdentifier IdToken token, String reason, Instant at) implements TokenCommand {}

    record UnblockToken(@TargetAggregateIdentifier IdToken token, Instant at) implements TokenCommand {}

    /** Stops new sessions because a bill is overdue; each overdue bill restricts on its own. A live session goes on. */
    record RestrictToken(@TargetAggregateIdentifier IdToken token, BillId bill, Instant at) implements TokenCommand {}

    record LiftRestriction(@TargetAggregateIdentifier IdToken token, BillId bill, Instant at) implements TokenCommand {}

    /** Answers an {@link Authorization} and changes nothing; a token never issued answers Invalid. */
    record AuthorizeToken(@TargetAggregateIdentifier IdToken token, StationId station, Instant at)
            implements TokenCommand {}
}
