package io.voltledger.query.notification;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.notification.NotificationQuery.ListNotifications;
import io.voltledger.api.notification.NotificationQuery.NotificationPage;
import io.voltledger.api.notification.NotificationState;
import io.voltledger.api.notification.NotificationView;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about notifications. */
@Component
class NotificationQueries {

    private final JdbcClient jdbc;

    NotificationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    NotificationPage handle(ListNotifications query) {
        List<NotificationView> rows = KeyedQuery.byTime(jdbc, """
                        select * from notification
                        where (:member is null or member_id = :member)
                          and (:session is null or session_id = :session)
                          and (:state is null or state = :state)
                          and (:after is null or requested_at < :after
                               or (requested_at = :after and notification_id < :afterId))
                        order by requested_at desc, notification_id desc limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .param("session", Columns.of(query.session(), SessionId::value))
                .param("state", Columns.of(query.state(), Enum::name))
                .query(NotificationQueries::notification)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.requestedAt(), view.id()), NotificationPage::new);
    }

    private static NotificationView notification(ResultSet row, int number) throws SQLException {
        return new NotificationView(
                row.getString("notification_id"),
                new MemberId(row.getString("member_id")),
                row.getString("template"),
                row.getString("channel"),
                Columns.text(row, "session_id", SessionId::new),
                row.getString("reference"),
                NotificationState.valueOf(row.getString("state")),
                row.getString("cause"),
                Utc.read(row, "requested_at"),
                Utc.readNullable(row, "ended_at"));
    }
}
