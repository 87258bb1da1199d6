package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandRouted;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the station_command table. */
@Component
@ProcessingGroup("query-chargepoint")
class StationCommandProjection {

    private final JdbcClient jdbc;

    StationCommandProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(StationCommandDispatched event) {
        jdbc.sql("""
                        insert into station_command (command_id, station_id, action, payload, dispatched_at)
                        values (:command, :station, :action, :payload, :at)
                        on duplicate key update payload = values(payload)
                        """)
                .param("command", event.command().value())
                .param("station", event.station().value())
                .param("action", event.action())
                .param("payload", event.payload())
                .param("at", Utc.of(event.dispatchedAt()))
                .update();
    }

    @EventHandler
    void on(StationCommandRouted event) {
        jdbc.sql("update station_command set node = :node where command_id = :command")
                .param("command", event.command().value())
                .param("node", event.node())
                .update();
    }

    @EventHandler
    void on(StationCommandEnded event) {
        jdbc.sql("""
                        update station_command set outcome = :outcome, answer = :answer, ended_at = :at
                        where command_id = :command
                        """)
                .param("command", event.command().value())
                .param("outcome", event.answer().outcome().name())
                .param("answer", event.answer().payload())
                .param("at", Utc.of(event.endedAt()))
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from station_command").update();
    }
}
