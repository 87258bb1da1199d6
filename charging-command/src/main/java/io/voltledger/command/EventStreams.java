package io.voltledger.command;

import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Reads another aggregate's state straight from its event stream: fresh, without a lock and without a command, so that a
 * handler that needs it never waits for another handler's thread.
 */
@Component
public class EventStreams {

    private final EventStore store;

    EventStreams(EventStore store) {
        this.store = store;
    }

    /**
     * @param aggregate identifier in the event store
     * @param none what is known before the first event
     * @param facts type of what is known; a snapshot holds it
     * @param family of the events
     * @param evolve the aggregate's own
     * @return {@code none} where there is no such stream
     */
    public <S, E> S fold(String aggregate, S none, Class<S> facts, Class<E> family, BiFunction<S, E, S> evolve) {
        S state = none;
        var events = store.readEvents(aggregate);
        while (events.hasNext()) {
            Object payload = events.next().getPayload();
            state = payload instanceof Snapshot<?> snapshot
                    ? facts.cast(snapshot.facts())
                    : evolve.apply(state, family.cast(payload));
        }
        return state;
    }
}
