package io.voltledger.query.audit;

import io.voltledger.api.audit.AuditEventView;
import io.voltledger.api.audit.AuditQuery.AuditPage;
import io.voltledger.api.audit.AuditQuery.ListSessionEvents;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about the recorded history. */
@Component
class AuditQueries {

    private final JdbcClient jdbc;

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    AuditPage handle(ListSessionEvents query) {
        @Nullable PageKey key = PageKey.byNumber(query.page().cursor());
        List<AuditEventView> rows = jdbc.sql("""
                        select * from audit_event
                        where session_id = :session and position > :after order by position limit :limit
                        """)
                .param("session", query.session().value())
                .param("after", key == null ? -1L : key.number())
                .param("limit", query.page().limit() + 1)
                .query(AuditQueries::event)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(Long.toString(view.position())), AuditPage::new);
    }

    private static AuditEventView event(ResultSet row, int number) throws SQLException {
        return new AuditEventView(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("aggregate"),
                row.getObject("sequence", Long.class),
                Utc.read(row, "timestamp"),
                row.getString("actor"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("frame_id"),
                row.getString("payload"));
    }
}
