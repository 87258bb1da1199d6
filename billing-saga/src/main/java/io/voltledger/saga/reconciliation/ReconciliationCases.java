package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceResolved;
import io.voltledger.api.reconciliation.ReconciliationRun;
import io.voltledger.saga.work.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases as people see and close them; what is new about them is also recorded as an event, in the same step. */
@Repository
class ReconciliationCases {

    private final JdbcClient jdbc;
    private final EventGateway events;
    private final TransactionOperations transactions;

    ReconciliationCases(JdbcClient jdbc, EventGateway events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether there was an open case of this id. */
    boolean resolve(String id, String by, String reason, Instant now) {
        return transactions.execute(status -> {
            int written = jdbc.sql("""
                    update reconciliation_case set resolved_by = :by, reason = :reason, resolved_at = :now
                    where case_id = :id and resolved_at is null""")
                    .param("by", by)
                    .param("reason", reason)
                    .param("now", UtcTime.of(now))
                    .param("id", id)
                    .update();
            if (written > 0) {
                ReconciliationCase resolved = find(id).orElseThrow();
                events.publish(new DifferenceResolved(id, resolved.kind(), resolved.subject(), by, reason, now));
            }
            return written > 0;
        });
    }

    /** Whose cases of a kind wait for a person and were not made up for. */
    List<String> standing(DifferenceKind kind) {
        return jdbc.sql("""
                select subject from reconciliation_case
                where kind = :kind and resolved_at is null and even_since is null""")
                .param("kind", kind.name())
                .query((row, number) -> row.getString("subject"))
                .list();
    }

    Optional<ReconciliationCase> find(String id) {
        return jdbc.sql("select * from reconciliation_case where case_id = :id")
                .param("id", id)
                .query(ReconciliationCases::read)
                .optional();
    }

    /** Until the transaction ends nobody else changes it. */
    ReconciliationCase locked(String id) {
        return jdbc.sql("select * from reconciliation_case where case_id = :id for update")
                .param("id", id)
                .query(ReconciliationCases::read)
                .single();
    }

    /** A case and where it stands in the list. */
    record Numbered(long number, ReconciliationCase item) {}

    /** Newest first. */
    List<Numbered> list(@Nullable State state, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select * from reconciliation_case
                where (:state is null or (resolved_at is null) = (:state = 'OPEN')) and (:before is null or number < :before)
                order by number desc limit :limit""")
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Numbered(row.getLong("number"), read(row, number)))
                .list();
    }

    /** Newest first. */
    List<ReconciliationRun> runs(@Nullable Long before, int limit) {
        return jdbc.sql("""
                select * from reconciliation_run where (:before is null or id < :before) order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new ReconciliationRun(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("matched"),
                        row.getInt("differences"),
                        time(row, "ended_at")))
                .list();
    }

    private static ReconciliationCase read(ResultSet row, int number) throws SQLException {
        String bill = row.getString("bill_id");
        boolean resolved = row.getObject("resolved_at") != null;
        return new ReconciliationCase(
                row.getString("case_id"),
                row.getObject("day", LocalDate.class),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                bill == null ? null : new BillId(bill),
                money(row, "provider"),
                money(row, "books"),
                time(row, "found_at"),
                row.getObject("last_seen_on", LocalDate.class),
                row.getObject("even_since", LocalDate.class),
                resolved ? State.RESOLVED : State.OPEN,
                row.getString("resolved_by"),
                row.getString("reason"),
                resolved ? time(row, "resolved_at") : null);
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Money.of(row.getLong(column), row.getString("currency"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
