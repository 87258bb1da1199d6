package io.voltledger.api.token;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a token. */
public sealed interface TokenEvent {

    IdToken token();

    @Revision("1")
    record TokenIssued(
            IdToken token,
            MemberId member,
            @Nullable IdToken parent,
            @Nullable Instant expiresAt,
            Instant issuedAt) implements TokenEvent {}

    @Revision("1")
    record TokenBlocked(IdToken token, String reason, Instant blockedAt) implements TokenEvent {}

    @Revision("1")
    record TokenUnblocked(IdToken token, Instant unblockedAt) implements TokenEvent {}

    @Revision("1")
    record TokenRestricted(IdToken token, BillId bill, Instant restrictedAt) implements TokenEvent {}

    @Revision("1")
    record TokenRestrictionLifted(IdToken token, BillId bill, Instant liftedAt) implements TokenEvent {}
}
