package io.voltledger.query.operations;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.operations.DeadLetterEvent;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterDiscarded;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.query.operations.LetterTable.Letter;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import io.voltledger.runtime.operator.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * The events that this module's read models could not take in. Redriving projects the event and those that wait behind
 * it; discarding leaves it out and projects those. It runs outside of any other transaction, for a letter that fails again
 * is written back with its new cause.
 */
@Component
class ProjectionLetters {

    private final LetterTable table;
    private final EventProcessingConfiguration processing;
    private final EventGateway events;
    private final Clock clock;

    ProjectionLetters(LetterTable table, EventProcessingConfiguration processing, EventGateway events, Clock clock) {
        this.table = table;
        this.processing = processing;
        this.events = events;
        this.clock = clock;
    }

    @QueryHandler
    DeadLetterBatch list(ListDeadLetters query) {
        Instant before = query.before();
        String beforeId = query.beforeId();
        return new DeadLetterBatch(table.list().stream()
                .filter(view -> before == null
                        || beforeId == null
                        || view.since().isBefore(before)
                        || (view.since().equals(before) && view.id().toString().compareTo(beforeId) < 0))
                .sorted(Comparator.comparing(DeadLetterView::since)
                        .thenComparing(view -> view.id().toString())
                        .reversed())
                .limit(query.limit())
                .toList());
    }

    void redrive(DeadLetterId id) {
        Letter letter = open(id);
        DeadLetterView view = letter.view();
        record(new DeadLetterRedriven(id, view.kind(), view.cause(), view.session(), view.bill(), clock.instant()));
        if (!project(letter.group(), letter.event())) {
            String cause =
                    table.find(id.key()).map(again -> again.view().cause()).orElse("a letter behind it failed");
            throw new CommandRejected("redrive-failed", cause);
        }
    }

    void discard(DeadLetterId id, String reason) {
        Letter letter = open(id);
        DeadLetterView view = letter.view();
        record(new DeadLetterDiscarded(
                id, view.kind(), view.cause(), reason, view.session(), view.bill(), clock.instant()));
        evict(letter);
        Optional<String> next = table.firstEvent(letter.group(), letter.sequence());
        next.ifPresent(event -> project(letter.group(), event));
    }

    private boolean project(String group, String event) {
        return processing
                .sequencedDeadLetterProcessor(group)
                .orElseThrow()
                .process(letter -> letter.message().getIdentifier().equals(event));
    }

    private void evict(Letter letter) {
        SequencedDeadLetterQueue<EventMessage<?>> queue =
                processing.deadLetterQueue(letter.group()).orElseThrow();
        StreamSupport.stream(queue.deadLetterSequence(letter.sequence()).spliterator(), false)
                .filter(waiting -> waiting.message().getIdentifier().equals(letter.event()))
                .findFirst()
                .ifPresent(queue::evict);
    }

    private Letter open(DeadLetterId id) {
        return table.find(id.key()).orElseThrow(() -> new ResourceNotFound("open dead letter " + id));
    }

    private void record(DeadLetterEvent event) {
        events.publish(new GenericEventMessage<>(event, Map.of(ContextKeys.ACTOR, SignedIn.actor())));
    }
}
