package io.voltledger.query.operations;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterEvent;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterDiscarded;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import io.voltledger.runtime.letter.LetterQueues;
import io.voltledger.runtime.letter.LetterTable;
import io.voltledger.runtime.letter.LetterTable.Letter;
import io.voltledger.runtime.operator.SignedIn;
import java.time.Clock;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that this module's read models could not take in. Redriving projects the event and those that wait behind
 * it; discarding leaves it out and projects those. It runs outside of any other transaction, for a letter that fails again
 * is written back with its new cause.
 */
@Component
class ProjectionLetters {

    private static final String GROUPS = "query-%";

    private final LetterTable table;
    private final LetterQueues queues;
    private final EventGateway events;
    private final Clock clock;

    ProjectionLetters(JdbcClient jdbc, EventProcessingConfiguration processing, EventGateway events, Clock clock) {
        this.table = new LetterTable(jdbc, GROUPS);
        this.queues = new LetterQueues(table, processing);
        this.events = events;
        this.clock = clock;
    }

    @QueryHandler
    DeadLetterBatch list(ListDeadLetters query) {
        return new DeadLetterBatch(query.page(table.list().stream().map(ProjectionLetters::view)));
    }

    void redrive(DeadLetterId id) {
        Letter letter = open(id);
        DeadLetterView view = view(letter);
        record(new DeadLetterRedriven(id, view.kind(), view.cause(), view.session(), view.bill(), clock.instant()));
        if (!queues.handle(letter)) {
            String cause = table.find(id.key()).map(Letter::cause).orElse("a letter behind it failed");
            throw new CommandRejected("redrive-failed", cause);
        }
    }

    void discard(DeadLetterId id, String reason) {
        Letter letter = open(id);
        DeadLetterView view = view(letter);
        record(new DeadLetterDiscarded(
                id, view.kind(), view.cause(), reason, view.session(), view.bill(), clock.instant()));
        queues.leaveOut(letter);
        queues.handleNext(letter);
    }

    private Letter open(DeadLetterId id) {
        return table.find(id.key()).orElseThrow(() -> new ResourceNotFound("open dead letter " + id));
    }

    private void record(DeadLetterEvent event) {
        events.publish(new GenericEventMessage<>(event, Map.of(ContextKeys.ACTOR, SignedIn.actor())));
    }

    private static DeadLetterView view(Letter letter) {
        return new DeadLetterView(
                new DeadLetterId(DeadLetterSource.PROJECTION, letter.key()),
                DeadLetterSource.PROJECTION,
                letter.group(),
                letter.cause(),
                letter.since(),
                letter.attempts(),
                letter.blocks(),
                letter.aggregate()
                        .named("ChargingSession", "")
                        .map(SessionId::new)
                        .orElse(null),
                letter.aggregate().named("Bill", "bill/").map(BillId::new).orElse(null));
    }
}
