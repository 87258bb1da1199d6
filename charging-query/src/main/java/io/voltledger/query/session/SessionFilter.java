package io.voltledger.query.session;

import io.swagger.v3.oas.annotations.Parameter;
import io.voltledger.api.PageRequest;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which sessions a list holds; what is absent does not restrict. */
record SessionFilter(
        @Parameter(description = "Only those at this station") @Nullable StationId station,

        @Parameter(description = "Only the one with this OCPP transaction id") @Nullable String transaction,

        @Parameter(description = "Only those in this state") @Nullable SessionState state,

        @Parameter(description = "Only those of this member") @Nullable MemberId member,

        @Parameter(description = "Only those started with this token") @Nullable IdToken token,

        @Parameter(description = "Started at or after, ISO 8601", example = "2026-11-21T00:00:00Z") @Nullable Instant from,

        @Parameter(description = "Started before, ISO 8601", example = "2026-11-22T00:00:00Z") @Nullable Instant to) {

    ListSessions query(PageRequest page) {
        return new ListSessions(station, transaction, state, member, token, from, to, page);
    }
}
