package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.streams.InitializationProperties;
import io.axoniq.axonserver.grpc.streams.PersistentStreamEvent;
import io.voltledger.node.store.StoreException;
import io.voltledger.node.store.StoredEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks the events of one segment out of the log, and says which of them are sent again. */
final class Selection {

    private final Sequencing sequencing;
    private final Predicate<EventWithToken> filter;
    private final int segment;
    private final int segments;
    private final long replayedTo;
    private final List<long[]> earlier;

    Selection(InitializationProperties definition, Progress progress, int segment) {
        sequencing = Sequencing.of(definition.getSequencingPolicy());
        filter = EventFilter.of(definition.getFilter());
        this.segment = segment;
        segments = progress.segments();
        replayedTo = progress.replayedTo(segment);
        earlier = progress.earlier();
    }

    /** The event as it is sent, if it is for this segment. */
    Optional<PersistentStreamEvent> pick(StoredEvent stored) {
        var event = parse(stored);
        if (sequencing.segment(event, segments) != segment || isDone(stored.token(), event)) {
            return Optional.empty();
        }
        var tokened = EventWithToken.newBuilder()
                .setToken(stored.token())
                .setEvent(event)
                .build();
        if (!filter.test(tokened)) {
            return Optional.empty();
        }
        return Optional.of(PersistentStreamEvent.newBuilder()
                .setEvent(tokened)
                .setReplay(stored.token() <= replayedTo)
                .build());
    }

    private boolean isDone(long token, Event event) {
        return earlier.stream().anyMatch(former -> token <= former[sequencing.segment(event, former.length)]);
    }

    private static Event parse(StoredEvent stored) {
        try {
            return Event.parseFrom(stored.bytes());
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.READ, "Event " + stored.token() + " is damaged", e);
        }
    }
}
