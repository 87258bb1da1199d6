package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationCommandEvent.StationAnsweredLate;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandRouted;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the station_command table. */
@Component
@ProcessingGroup("query-chargepoint")
class StationCommandProjection {

    private static final Change DISPATCH = Change.each("""
            insert into station_command (command_id, station_id, action, payload, dispatched_at)
            values (:command, :station, :action, :payload, :at)
            on duplicate key update payload = values(payload)
            """);

    private static final Change ROUTE =
            Change.latest("update station_command set node = :node where command_id = :command");

    private static final Change END = Change.latest("""
            update station_command set outcome = :outcome, answer = :answer, ended_at = :at
            where command_id = :command
            """);

    private final JdbcClient jdbc;
    private final Changes changes;

    StationCommandProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(StationCommandDispatched event) {
        changes.of(event.command(), DISPATCH)
                .param("command", event.command().value())
                .param("station", event.station().value())
                .param("action", event.action())
                .param("payload", event.payload())
                .param("at", Utc.of(event.dispatchedAt()))
                .apply();
    }

    @EventHandler
    void on(StationCommandRouted event) {
        changes.of(event.command(), ROUTE)
                .param("command", event.command().value())
                .param("node", event.node())
                .apply();
    }

    @EventHandler
    void on(StationCommandEnded event) {
        ended(event.command(), event.answer(), event.endedAt());
    }

    @EventHandler
    void on(StationAnsweredLate event) {
        ended(event.command(), event.answer(), event.answeredAt());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from station_command").update();
    }

    private void ended(StationCommandId command, StationAnswer answer, Instant at) {
        changes.of(command, END)
                .param("command", command.value())
                .param("outcome", answer.outcome().name())
                .param("answer", answer.payload())
                .param("at", Utc.of(at))
                .apply();
    }
}
