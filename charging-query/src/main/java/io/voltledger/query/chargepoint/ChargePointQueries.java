package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.ChargePointQuery.ChargePointPage;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStation;
import io.voltledger.api.chargepoint.ChargePointQuery.ConnectedStations;
import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointQuery.ListChargePoints;
import io.voltledger.api.chargepoint.ChargePointQuery.ListConnectedStations;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.ConnectorView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.sql.Children;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about charge points. */
@Component
class ChargePointQueries {

    /** A station is seen when it reports on itself, and when one of its sessions does. */
    private static final String CHARGE_POINT = """
            select c.*, (select max(s.updated_at) from session s
                         where s.station_id = c.station_id and s.state = 'ACTIVE') as metered_at
            from charge_point c
            """;

    private final JdbcClient jdbc;

    ChargePointQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    ConnectedStations handle(ListConnectedStations query) {
        return new ConnectedStations(jdbc.sql("""
                        select station_id, connection_id from charge_point
                        where online = true and node = :node and connected_at < :before
                        """)
                .param("node", query.node())
                .param("before", Utc.of(query.connectedBefore()))
                .query((row, number) -> new ConnectedStation(
                        new StationId(row.getString("station_id")), row.getString("connection_id")))
                .list());
    }

    @QueryHandler
    Optional<ChargePointView> handle(FindChargePoint query) {
        return jdbc.sql(CHARGE_POINT + "where c.station_id = :station")
                .param("station", query.station().value())
                .query(ChargePointRows::chargePoint)
                .optional()
                .map(view -> withConnectors(List.of(view)).getFirst());
    }

    @QueryHandler
    ChargePointPage handle(ListChargePoints query) {
        List<ChargePointView> rows = KeyedQuery.byId(jdbc, CHARGE_POINT + """
                        where (:online is null or c.online = :online)
                          and (:afterId is null or c.station_id > :afterId)
                        order by c.station_id limit :limit
                        """, query.page())
                .param("online", query.online())
                .query(ChargePointRows::chargePoint)
                .list();
        return Pages.cut(
                query.page(), withConnectors(rows), view -> PageKey.of(view.id().value()), ChargePointPage::new);
    }

    private List<ChargePointView> withConnectors(List<ChargePointView> stations) {
        Children<ConnectorView> connectors = Children.load(
                jdbc, """
                        select c.*, c.station_id as parent from connector c
                        where station_id in (:parents) and connector_id > 0 order by station_id, connector_id
                        """, stations.stream().map(view -> view.id().value()).toList(), ChargePointRows::connector);
        return stations.stream()
                .map(view -> ChargePointRows.with(view, connectors.of(view.id().value())))
                .toList();
    }
}
