package io.voltledger.saga.standin;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;

/** Sessions of 30 kWh. */
public final class StoppedSessions {

    public static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    private StoppedSessions() {}

    public static SessionStopped of(SessionId session, MemberId member) {
        return new SessionStopped(
                session,
                session.station(),
                new ConnectorId(1),
                new IdToken("TAG-" + member.value()),
                new Authorization(AuthorizationStatus.ACCEPTED, member, null, null),
                Energy.wh(0),
                Energy.wh(30_000),
                Energy.wh(30_000),
                AT.minusSeconds(3600),
                AT,
                "Local",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Receipt("m-" + session.value(), AT));
    }
}
