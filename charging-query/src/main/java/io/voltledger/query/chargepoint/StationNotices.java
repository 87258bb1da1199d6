package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.ChargePointQuery.ListStationNotices;
import io.voltledger.api.chargepoint.ChargePointQuery.StationNoticePage;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.api.chargepoint.StationNoticeView;
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

/** Answers what is asked about what stations let the platform know. */
@Component
class StationNotices {

    private final JdbcClient jdbc;

    StationNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    StationNoticePage handle(ListStationNotices query) {
        List<StationNoticeView> rows = KeyedQuery.byTime(jdbc, """
                        select * from station_notice
                        where station_id = :station
                          and (:kind is null or kind = :kind)
                          and (:after is null or received_at < :after
                               or (received_at = :after and event_id < :afterId))
                        order by received_at desc, event_id desc limit :limit
                        """, query.page())
                .param("station", query.station().value())
                .param("kind", Columns.of(query.kind(), Enum::name))
                .query(StationNotices::notice)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.receivedAt(), view.id()), StationNoticePage::new);
    }

    private static StationNoticeView notice(ResultSet row, int number) throws SQLException {
        return new StationNoticeView(
                row.getString("event_id"),
                new StationId(row.getString("station_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("word"),
                Columns.integer(row, "request_id"),
                row.getString("detail"),
                Utc.readNullable(row, "station_time"),
                Utc.read(row, "received_at"));
    }
}
