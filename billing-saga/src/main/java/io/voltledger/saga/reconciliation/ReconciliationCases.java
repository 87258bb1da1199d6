package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and cases as they stand, without the history of each. */
@Repository
class ReconciliationCases {

    private final JdbcClient jdbc;

    ReconciliationCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    Optional<ReconciliationCase> locked(String id) {
        return jdbc.sql("select * from reconciliation_case where case_id = :id for update")
                .param("id", id)
                .query(ReconciliationCases::read)
                .optional();
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
                row.getString("assignee"),
                row.getString("resolved_by"),
                row.getString("reason"),
                resolved ? time(row, "resolved_at") : null,
                null);
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Money.of(row.getLong(column), row.getString("currency"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
