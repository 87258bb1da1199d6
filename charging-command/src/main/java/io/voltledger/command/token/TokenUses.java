package io.voltledger.command.token;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells where a token charges, and takes note of it. To be called by a session's command handler only: whoever asks holds
 * the token until what follows is stored, in one transaction with the session's events. Of two processes one fails there
 * and decides again.
 */
@Component
public class TokenUses {

    private final ObjectProvider<Configuration> axon;

    TokenUses(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    /** True where the token charges at another connector. What is decided on it is to be {@link #began} in the same handler. */
    public boolean isElsewhere(IdToken token, SessionId session, StationId station, ConnectorId connector) {
        TokenUse.Place place = new TokenUse.Place(station, connector);
        return Boolean.TRUE.equals(existingOrNew(token).invoke(use -> use.isElsewhere(session, place)));
    }

    public void began(IdToken token, SessionId session, StationId station, ConnectorId connector, Instant at) {
        TokenUse.Place place = new TokenUse.Place(station, connector);
        existingOrNew(token).execute(use -> use.begin(token, session, place, at));
    }

    public void ended(IdToken token, SessionId session, Instant at) {
        existing(token).ifPresent(known -> known.execute(use -> use.end(token, session, at)));
    }

    private Optional<Aggregate<TokenUse>> existing(IdToken token) {
        try {
            return Optional.of(repository().load(TokenUse.idOf(token)));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    private Aggregate<TokenUse> existingOrNew(IdToken token) {
        try {
            return repository().loadOrCreate(TokenUse.idOf(token), TokenUse::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Repository<TokenUse> repository() {
        return axon.getObject().repository(TokenUse.class);
    }
}
