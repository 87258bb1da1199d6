package io.voltledger.command.token;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenUseEvent;
import io.voltledger.api.token.TokenUseEvent.TokenUseBegan;
import io.voltledger.api.token.TokenUseEvent.TokenUseEnded;
import io.voltledger.command.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Where one token charges at this moment. Sessions change it within their own transaction, so that a token which charges
 * in two places at once is noticed whoever is faster.
 */
@Aggregate(type = "TokenUse", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class TokenUse {

    @AggregateIdentifier
    private @Nullable String id;

    private final Map<SessionId, Place> sessions = new HashMap<>();

    record Place(StationId station, ConnectorId connector) {}

    static String idOf(IdToken token) {
        return "token-use/" + token.value();
    }

    /** True where a session runs that is neither this one nor one at the same connector. */
    boolean isElsewhere(SessionId session, Place place) {
        return sessions.entrySet().stream()
                .anyMatch(
                        use -> !use.getKey().equals(session) && !use.getValue().equals(place));
    }

    void begin(IdToken token, SessionId session, Place place, Instant at) {
        if (!sessions.containsKey(session)) {
            AggregateLifecycle.apply(new TokenUseBegan(token, session, place.station(), place.connector(), at));
        }
    }

    void end(IdToken token, SessionId session, Instant at) {
        if (sessions.containsKey(session)) {
            AggregateLifecycle.apply(new TokenUseEnded(token, session, at));
        }
    }

    @EventSourcingHandler
    void on(TokenUseEvent event) {
        id = idOf(event.token());
        switch (event) {
            case TokenUseBegan began -> {
                Place place = new Place(began.station(), began.connector());
                sessions.values().removeIf(place::equals);
                sessions.put(began.session(), place);
            }
            case TokenUseEnded ended -> sessions.remove(ended.session());
        }
    }
}
