package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.reconciliation.CaseEntry;
import io.voltledger.api.reconciliation.CaseEntry.What;
import io.voltledger.saga.work.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of a case, line by line. Lines are only ever added, in the transaction of what they tell. */
@Repository
class CaseHistory {

    private final JdbcClient jdbc;

    CaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a comparison saw, with the amounts from then on. */
    void seen(String id, What what, @Nullable Money provider, @Nullable Money books, Instant now) {
        write(id, null, new CaseEntry(what, now, null, null, provider, books));
    }

    /** What a person did. */
    void done(String id, What what, String by, @Nullable String text, Instant now) {
        write(id, null, new CaseEntry(what, now, by, text, null, null));
    }

    /** Whether this note of the case is new. */
    boolean noted(String id, String note, String by, String text, Instant now) {
        return write(id, note, new CaseEntry(What.NOTED, now, by, text, null, null));
    }

    /** Oldest first. */
    List<CaseEntry> of(String id) {
        return jdbc.sql("select * from reconciliation_history where case_id = :id order by number")
                .param("id", id)
                .query((row, number) -> new CaseEntry(
                        What.valueOf(row.getString("what")),
                        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("by_whom"),
                        row.getString("text"),
                        money(row, "provider"),
                        money(row, "books")))
                .list();
    }

    private boolean write(String id, @Nullable String note, CaseEntry entry) {
        return jdbc.sql("""
                        insert ignore into reconciliation_history (case_id, what, note, by_whom, text, provider, books,
                            currency, at)
                        select case_id, :what, :note, :by, :text, :provider, :books, currency, :now
                        from reconciliation_case where case_id = :id""")
                        .param("id", id)
                        .param("what", entry.what().name())
                        .param("note", note)
                        .param("by", entry.by())
                        .param("text", entry.text())
                        .param("provider", amount(entry.provider()))
                        .param("books", amount(entry.books()))
                        .param("now", UtcTime.of(entry.at()))
                        .update()
                > 0;
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Money.of(row.getLong(column), row.getString("currency"));
    }
}
