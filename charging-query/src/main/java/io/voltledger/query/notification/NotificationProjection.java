package io.voltledger.query.notification;

import io.voltledger.api.notification.NotificationEvent.NotificationFailed;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.notification.NotificationEvent.NotificationSent;
import io.voltledger.api.notification.NotificationState;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the notification table; its facts may be recorded twice, so rows go by the notification's id. */
@Component
@ProcessingGroup("query-notification")
class NotificationProjection {

    private static final Change REQUEST = Change.each("""
            insert into notification (notification_id, member_id, template, channel, session_id, reference,
                                      state, requested_at)
            values (:notification, :member, :template, :channel, :session, :reference, 'REQUESTED', :at)
            on duplicate key update channel = values(channel)
            """);

    private static final Change END = Change.latest("""
            update notification set state = :state, cause = :cause, ended_at = :at
            where notification_id = :notification
            """);

    private final JdbcClient jdbc;
    private final Changes changes;

    NotificationProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(NotificationRequested event) {
        changes.of(event.notification(), REQUEST)
                .param("notification", event.notification())
                .param("member", event.member().value())
                .param("template", event.template())
                .param("channel", event.channel())
                .param("session", Columns.of(event.session(), SessionId::value))
                .param("reference", event.reference())
                .param("at", Utc.of(event.requestedAt()))
                .apply();
    }

    @EventHandler
    void on(NotificationSent event) {
        end(event.notification(), NotificationState.SENT, null, event.sentAt());
    }

    @EventHandler
    void on(NotificationFailed event) {
        end(event.notification(), NotificationState.FAILED, event.cause(), event.failedAt());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from notification").update();
    }

    private void end(String notification, NotificationState state, @Nullable String cause, Instant at) {
        changes.of(notification, END)
                .param("notification", notification)
                .param("state", state.name())
                .param("cause", cause)
                .param("at", Utc.of(at))
                .apply();
    }
}
