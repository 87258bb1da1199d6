package io.voltledger.saga.reconciliation;

import io.voltledger.api.reconciliation.CaseEntry.What;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceNoted;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceResolved;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceTaken;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import io.voltledger.saga.work.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do about a case: one of them takes it, anybody writes notes, closed or not, and somebody closes it. Each is an
 * event, recorded in the same step as the case. Refused as {@code not-found} and, where it is closed, {@code case-resolved}.
 */
@Repository
class CaseWork {

    private final JdbcClient jdbc;
    private final ReconciliationCases cases;
    private final CaseHistory history;
    private final EventGateway events;
    private final TransactionOperations transactions;
    private final Clock clock;

    CaseWork(
            JdbcClient jdbc,
            ReconciliationCases cases,
            CaseHistory history,
            EventGateway events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.history = history;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** It is theirs from now on; nothing happens where it is already. */
    void take(String id, String by) {
        change(id, (found, now) -> {
            refuseClosed(found);
            if (!by.equals(found.assignee())) {
                jdbc.sql("update reconciliation_case set assignee = :by where case_id = :id")
                        .param("by", by)
                        .param("id", id)
                        .update();
                history.done(id, What.TAKEN, by, null, now);
                events.publish(new DifferenceTaken(id, found.kind(), found.subject(), by, now));
            }
        });
    }

    /** @param note the writer's own key: written again, nothing happens */
    void note(String id, String note, String by, String text) {
        change(id, (found, now) -> {
            if (history.noted(id, note, by, text, now)) {
                events.publish(new DifferenceNoted(id, found.kind(), found.subject(), note, text, by, now));
            }
        });
    }

    void resolve(String id, String by, String reason) {
        change(id, (found, now) -> {
            refuseClosed(found);
            jdbc.sql("""
                    update reconciliation_case set resolved_by = :by, reason = :reason, resolved_at = :now
                    where case_id = :id""")
                    .param("by", by)
                    .param("reason", reason)
                    .param("now", UtcTime.of(now))
                    .param("id", id)
                    .update();
            history.done(id, What.RESOLVED, by, reason, now);
            events.publish(new DifferenceResolved(id, found.kind(), found.subject(), by, reason, now));
        });
    }

    private void change(String id, BiConsumer<ReconciliationCase, Instant> change) {
        transactions.executeWithoutResult(status ->
                change.accept(cases.locked(id).orElseThrow(() -> new ResourceNotFound("case " + id)), clock.instant()));
    }

    private static void refuseClosed(ReconciliationCase found) {
        if (found.state() == State.RESOLVED) {
            throw new CommandRejected("case-resolved", "The case was resolved before");
        }
    }
}
