package io.voltledger.query.session;

import io.voltledger.api.session.LiveSessionView;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.ListLiveSessions;
import io.voltledger.query.sql.Changes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who watches live sessions, once the change is committed: a session that changed several times in a batch is told
 * of once. Costs nothing while nobody watches.
 */
@Component
class LiveUpdates {

    private static final String CHANGED = LiveUpdates.class.getName();

    private final JdbcClient jdbc;
    private final Changes changes;
    private final QueryUpdateEmitter emitter;

    LiveUpdates(JdbcClient jdbc, Changes changes, QueryUpdateEmitter emitter) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.emitter = emitter;
    }

    void changed(SessionId session, ReplayStatus replay) {
        if (replay.isReplay() || emitter.activeSubscriptions().isEmpty() || !CurrentUnitOfWork.isStarted()) {
            return;
        }
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Set<String> changed = work.getOrComputeResource(CHANGED, key -> {
            Set<String> sessions = new LinkedHashSet<>();
            work.onPrepareCommit(preparing -> tell(preparing, sessions));
            return sessions;
        });
        changed.add(session.value());
    }

    /** Reads what the transaction is about to commit. */
    private void tell(UnitOfWork<?> work, Set<String> sessions) {
        changes.flush();
        List<LiveSessionView> views = jdbc.sql("select * from session where session_id in (:sessions)")
                .param("sessions", sessions)
                .query(SessionRows::live)
                .list();
        work.afterCommit(committed -> views.forEach(view -> emitter.emit(ListLiveSessions.class, query -> true, view)));
    }
}
