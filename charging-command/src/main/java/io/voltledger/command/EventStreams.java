package io.voltledger.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads another aggregate's state straight from its event stream: fresh, without a lock and without a command, so that a
 * handler that needs it never waits for another handler's thread. What was read before is kept, so that only what came
 * since is read again.
 */
@Component
public class EventStreams {

    private static final int KEPT = 20_000;

    private final EventStore store;
    private final Cache<String, Read> reads =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** @param facts folded up to and with the sequence */
    private record Read(long sequence, Object facts) {}

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
        Read known = reads.getIfPresent(aggregate);
        S state = known == null ? none : facts.cast(known.facts());
        long sequence = known == null ? -1 : known.sequence();
        DomainEventStream events = since(aggregate, known);
        while (events.hasNext()) {
            var event = events.next();
            Object payload = event.getPayload();
            state = payload instanceof Snapshot<?> snapshot
                    ? facts.cast(snapshot.facts())
                    : evolve.apply(state, family.cast(payload));
            sequence = event.getSequenceNumber();
        }
        if (sequence >= 0) {
            reads.put(aggregate, new Read(sequence, state));
        }
        return state;
    }

    private DomainEventStream since(String aggregate, @Nullable Read known) {
        return known == null ? store.readEvents(aggregate) : store.readEvents(aggregate, known.sequence() + 1);
    }
}
