package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.ChargePointQuery.FindStationCommand;
import io.voltledger.api.chargepoint.ChargePointQuery.ListOpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.ListStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.OpenStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.StationCommandPage;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about commands to stations. */
@Component
class StationCommandQueries {

    private final JdbcClient jdbc;

    StationCommandQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<StationCommandView> handle(FindStationCommand query) {
        return jdbc.sql("select * from station_command where command_id = :command")
                .param("command", query.command().value())
                .query(ChargePointRows::command)
                .optional();
    }

    @QueryHandler
    OpenStationCommands handle(ListOpenStationCommands query) {
        return new OpenStationCommands(jdbc.sql("""
                        select command_id from station_command
                        where node = :node and ended_at is null and dispatched_at < :before
                        order by dispatched_at limit :limit
                        """)
                .param("node", query.node())
                .param("before", Utc.of(query.dispatchedBefore()))
                .param("limit", query.limit())
                .query((row, number) -> new StationCommandId(row.getString("command_id")))
                .list());
    }

    @QueryHandler
    StationCommandPage handle(ListStationCommands query) {
        List<StationCommandView> rows = KeyedQuery.byTime(jdbc, """
                        select * from station_command
                        where (:station is null or station_id = :station)
                          and (:after is null or dispatched_at < :after
                               or (dispatched_at = :after and command_id < :afterId))
                        order by dispatched_at desc, command_id desc limit :limit
                        """, query.page())
                .param("station", Columns.of(query.station(), StationId::value))
                .query(ChargePointRows::command)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.dispatchedAt(), view.id().value()),
                StationCommandPage::new);
    }
}
