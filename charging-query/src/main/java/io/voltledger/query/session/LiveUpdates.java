package io.voltledger.query.session;

import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.ListLiveSessions;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who watches live sessions, once the change is committed. Costs nothing while nobody watches. */
@Component
class LiveUpdates {

    private final JdbcClient jdbc;
    private final QueryUpdateEmitter emitter;

    LiveUpdates(JdbcClient jdbc, QueryUpdateEmitter emitter) {
        this.jdbc = jdbc;
        this.emitter = emitter;
    }

    void changed(SessionId session, ReplayStatus replay) {
        if (replay.isReplay() || emitter.activeSubscriptions().isEmpty()) {
            return;
        }
        jdbc.sql("select * from session where session_id = :session")
                .param("session", session.value())
                .query(SessionRows::live)
                .optional()
                .ifPresent(view -> emitter.emit(ListLiveSessions.class, query -> true, view));
    }
}
