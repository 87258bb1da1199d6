package io.voltledger.query.sql;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How projections change rows. Where a processor projects a batch of events, their changes wait and are executed before
 * the commit, many rows a statement, in the transaction that also keeps the token; those of one row stay in order. Where
 * that fails, the batch is rolled back and tried again with each change executed at once, so that the event to blame
 * fails by itself and alone becomes a dead letter. Outside of a batch every change is executed at once.
 */
@Component
public class Changes {

    private static final String WAITING = Changes.class.getName();

    private final JdbcTemplate jdbc;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    public Changes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param row tells the rows of the change's table apart, or groups of them; changes of the same are executed in their order
     */
    public RowChange of(Object row, Change change) {
        return new RowChange(this, row, change);
    }

    /** Executes what waits, for a handler that reads what earlier events may have changed. */
    public void flush() {
        Waiting waiting = waiting();
        if (waiting != null) {
            waiting.drain(this::execute);
        }
    }

    void apply(RowChange change) {
        Waiting waiting = waiting();
        if (waiting == null) {
            execute(List.of(change));
        } else {
            waiting.add(change);
        }
    }

    private @Nullable Waiting waiting() {
        if (!CurrentUnitOfWork.isStarted() || !(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            return null;
        }
        return batch.getOrComputeResource(WAITING, key -> new Batch(open(batch)))
                .waiting();
    }

    private @Nullable Waiting open(BatchingUnitOfWork<?> batch) {
        if (!suspects.isEmpty() && identifiers(batch).stream().anyMatch(suspects::contains)) {
            batch.afterCommit(committed -> suspects.removeAll(identifiers(batch)));
            return null;
        }
        Waiting waiting = new Waiting();
        batch.onPrepareCommit(preparing -> flush(batch, waiting));
        return waiting;
    }

    private void flush(BatchingUnitOfWork<?> batch, Waiting waiting) {
        try {
            waiting.drain(this::execute);
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.passes(e)) {
                suspects.addAll(identifiers(batch));
            }
            throw e;
        }
    }

    private void execute(List<RowChange> run) {
        jdbc.batchUpdate(run.getFirst().change().sql(), run, run.size(), (statement, change) -> {
            @Nullable Object[] values = change.values();
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
        });
    }

    private static List<String> identifiers(BatchingUnitOfWork<?> batch) {
        return batch.getMessages().stream().map(Message::getIdentifier).toList();
    }

    /** @param waiting null where the batch's changes are executed at once */
    private record Batch(@Nullable Waiting waiting) {}
}
