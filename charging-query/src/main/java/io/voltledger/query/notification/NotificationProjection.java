package io.voltledger.query.notification;

import io.voltledger.api.notification.NotificationEvent.NotificationFailed;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.notification.NotificationEvent.NotificationSent;
import io.voltledger.api.notification.NotificationState;
import io.voltledger.api.session.SessionId;
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

    private final JdbcClient jdbc;

    NotificationProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(NotificationRequested event) {
        jdbc.sql("""
                        insert into notification (notification_id, member_id, template, channel, session_id, reference,
                                                  state, requested_at)
                        values (:notification, :member, :template, :channel, :session, :reference, 'REQUESTED', :at)
                        on duplicate key update channel = values(channel)
                        """)
                .param("notification", event.notification())
                .param("member", event.member().value())
                .param("template", event.template())
                .param("channel", event.channel())
                .param("session", Columns.of(event.session(), SessionId::value))
                .param("reference", event.reference())
                .param("at", Utc.of(event.requestedAt()))
                .update();
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
        jdbc.sql("""
                        update notification set state = :state, cause = :cause, ended_at = :at
                        where notification_id = :notification
                        """)
                .param("notification", notification)
                .param("state", state.name())
                .param("cause", cause)
                .param("at", Utc.of(at))
                .update();
    }
}
