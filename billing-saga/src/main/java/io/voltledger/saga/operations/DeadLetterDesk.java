package io.voltledger.saga.operations;

import io.voltledger.api.Rejection;
import io.voltledger.api.operations.DeadLetterCommand.DiscardDeadLetter;
import io.voltledger.api.operations.DeadLetterCommand.RedriveDeadLetter;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterDiscarded;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.saga.operations.LetterKeeper.Letter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Does what operators say about this module's dead letters, once each: the row and the event that records it are written
 * together. What a process had set aside is taken up by the process when it hears of the event.
 */
@Component
class DeadLetterDesk {

    private final List<LetterKeeper> keepers;
    private final EventGateway events;
    private final TransactionManager transactions;
    private final Clock clock;

    DeadLetterDesk(List<LetterKeeper> keepers, EventGateway events, TransactionManager transactions, Clock clock) {
        this.keepers = List.copyOf(keepers);
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @QueryHandler
    DeadLetterBatch list(ListDeadLetters query) {
        return new DeadLetterBatch(query.page(keepers.stream().flatMap(keeper -> keeper.list(query).stream())));
    }

    @CommandHandler
    void redrive(RedriveDeadLetter command) {
        Letter letter = open(command.letter());
        if (!letter.redrivable()) {
            throw new CommandRejected(new Rejection(
                    "not-redrivable", "Nothing can be repeated: it goes on by itself when what it waits for comes"));
        }
        Instant now = clock.instant();
        close(command.letter(), true, now);
        DeadLetterView view = letter.view();
        events.publish(new DeadLetterRedriven(view.id(), view.kind(), view.cause(), view.session(), view.bill(), now));
    }

    @CommandHandler
    void discard(DiscardDeadLetter command) {
        DeadLetterView view = open(command.letter()).view();
        Instant now = clock.instant();
        close(command.letter(), false, now);
        events.publish(new DeadLetterDiscarded(
                view.id(), view.kind(), view.cause(), command.reason(), view.session(), view.bill(), now));
    }

    /** Command handlers run without a transaction, so one is begun here; it commits after the event is stored. */
    private Letter open(DeadLetterId id) {
        CurrentUnitOfWork.get().attachTransaction(transactions);
        return keepers.stream()
                .flatMap(keeper -> keeper.find(id).stream())
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    private void close(DeadLetterId id, boolean again, Instant now) {
        if (keepers.stream().noneMatch(keeper -> keeper.close(id, again, now))) {
            throw notFound(id);
        }
    }

    private static CommandRejected notFound(DeadLetterId id) {
        return new CommandRejected(new Rejection(Rejection.NOT_FOUND, "There is no open dead letter " + id));
    }
}
