package io.voltledger.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenUseEvent.TokenUseBegan;
import io.voltledger.api.token.TokenUseEvent.TokenUseEnded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where a token charges. Outside a unit of work an event that it publishes is an error, so that silence can be seen. */
class TokenUseTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final IdToken TOKEN = new IdToken("04AB12");
    private static final SessionId FIRST = new SessionId("CP-1:1");
    private static final SessionId SECOND = new SessionId("CP-1:2");
    private static final TokenUse.Place HERE = place("CP-1", 1);
    private static final TokenUse.Place THERE = place("CP-1", 2);

    private final TokenUse use = new TokenUse();

    @Test
    void chargesElsewhereWhereAnotherSessionRunsAtAnotherConnector() {
        assertThat(use.isElsewhere(FIRST, HERE)).isFalse();
        began(FIRST, HERE);
        assertThat(use.isElsewhere(SECOND, THERE)).isTrue();
        assertThat(use.isElsewhere(SECOND, place("CP-2", 1))).isTrue();
    }

    @Test
    void doesNotChargeElsewhereAtTheSameConnectorNorForTheSameSession() {
        began(FIRST, HERE);
        assertThat(use.isElsewhere(SECOND, HERE)).isFalse();
        assertThat(use.isElsewhere(FIRST, THERE)).isFalse();
    }

    @Test
    void leavesAConnectorWithTheNextSessionThere() {
        began(FIRST, HERE);
        began(SECOND, HERE);
        use.on(new TokenUseEnded(TOKEN, SECOND, AT));
        assertThat(use.isElsewhere(new SessionId("CP-2:3"), THERE)).isFalse();
    }

    @Test
    void isFreeOnceItsSessionEnded() {
        began(FIRST, HERE);
        use.on(new TokenUseEnded(TOKEN, FIRST, AT));
        assertThat(use.isElsewhere(SECOND, THERE)).isFalse();
    }

    @Test
    void saysNothingOfWhatIsKnown() {
        began(FIRST, HERE);
        assertThatCode(() -> use.begin(TOKEN, FIRST, HERE, AT)).doesNotThrowAnyException();
        assertThatCode(() -> use.end(TOKEN, SECOND, AT)).doesNotThrowAnyException();
    }

    private void began(SessionId session, TokenUse.Place place) {
        use.on(new TokenUseBegan(TOKEN, session, place.station(), place.connector(), AT));
    }

    private static TokenUse.Place place(String station, int connector) {
        return new TokenUse.Place(new StationId(station), new ConnectorId(connector));
    }
}
