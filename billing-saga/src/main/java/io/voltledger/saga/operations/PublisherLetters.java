package io.voltledger.saga.operations;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import io.voltledger.runtime.letter.LetterQueues;
import io.voltledger.runtime.letter.LetterTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that other systems could not be told of, and those that wait behind them. They are told after the operator's word was
 * recorded, outside of its transaction; what fails again stays, with its new cause.
 */
@Component
class PublisherLetters implements LetterKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherLetters.class);
    private static final String GROUP = "kafka-publisher";

    private final LetterTable table;
    private final LetterQueues queues;

    PublisherLetters(JdbcClient jdbc, EventProcessingConfiguration processing) {
        this.table = new LetterTable(jdbc, GROUP);
        this.queues = new LetterQueues(table, processing);
    }

    @Override
    public List<DeadLetterView> list(ListDeadLetters query) {
        return query.page(table.list().stream().map(PublisherLetters::view));
    }

    @Override
    public Optional<Letter> find(DeadLetterId id) {
        return kept(id).map(letter -> new Letter(view(letter), true));
    }

    @Override
    public boolean close(DeadLetterId id, boolean again, Instant now) {
        Optional<LetterTable.Letter> kept = kept(id);
        kept.ifPresent(letter -> {
            if (again) {
                afterwards(() -> queues.handle(letter));
            } else {
                queues.leaveOut(letter);
                afterwards(() -> queues.handleNext(letter));
            }
        });
        return kept.isPresent();
    }

    private Optional<LetterTable.Letter> kept(DeadLetterId id) {
        return id.source() == DeadLetterSource.INTEGRATION ? table.find(id.key()) : Optional.empty();
    }

    private static void afterwards(Runnable work) {
        CurrentUnitOfWork.get()
                .afterCommit(unit -> Thread.ofVirtual()
                        .name(GROUP + "-letters")
                        .uncaughtExceptionHandler((thread, failure) ->
                                LOG.warn("What was set aside waits on; it can be redriven", failure))
                        .start(work));
    }

    private static DeadLetterView view(LetterTable.Letter letter) {
        return new DeadLetterView(
                new DeadLetterId(DeadLetterSource.INTEGRATION, letter.key()),
                DeadLetterSource.INTEGRATION,
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
