package io.voltledger.command.session;

import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** How sessions ended, read from their streams: the first stop counts. */
@Component
public class StoppedSessions {

    private final EventStore store;

    StoppedSessions(EventStore store) {
        this.store = store;
    }

    /** Empty while the session runs, and where there is none. */
    public Optional<SessionStopped> find(SessionId session) {
        return store.readEvents(session.toString(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(SessionStopped.class::isInstance)
                .map(SessionStopped.class::cast)
                .findFirst();
    }
}
