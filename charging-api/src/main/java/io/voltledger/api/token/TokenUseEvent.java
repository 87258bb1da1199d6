package io.voltledger.api.token;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Where a token charges: recorded in one transaction with the session's own events. */
public sealed interface TokenUseEvent {

    IdToken token();

    SessionId session();

    /** A session began with the token; another one at the same connector is over, whatever became of its stop. */
    @Revision("1")
    record TokenUseBegan(IdToken token, SessionId session, StationId station, ConnectorId connector, Instant beganAt)
            implements TokenUseEvent {}

    @Revision("1")
    record TokenUseEnded(IdToken token, SessionId session, Instant endedAt) implements TokenUseEvent {}
}
