package io.voltledger.query.admission;

import io.voltledger.api.admission.AdmissionQuery.FindStationSecurity;
import io.voltledger.api.admission.AdmissionQuery.ListPendingStations;
import io.voltledger.api.admission.AdmissionQuery.ListRefusedHandshakes;
import io.voltledger.api.admission.AdmissionQuery.PendingStationPage;
import io.voltledger.api.admission.AdmissionQuery.RefusedHandshakePage;
import io.voltledger.api.admission.PendingStationView;
import io.voltledger.api.admission.PendingStationView.State;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.RefusedHandshakeView;
import io.voltledger.api.admission.StationSecurityView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about stations' ways in. */
@Component
class Admissions {

    private final JdbcClient jdbc;

    Admissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<StationSecurityView> handle(FindStationSecurity query) {
        return jdbc.sql("select * from station_security where station_id = :station")
                .param("station", query.station().value())
                .query((row, number) -> new StationSecurityView(
                        new StationId(row.getString("station_id")),
                        Columns.integer(row, "profile"),
                        row.getString("certificate_name"),
                        Utc.readNullable(row, "password_set_at")))
                .optional();
    }

    @QueryHandler
    PendingStationPage handle(ListPendingStations query) {
        List<PendingStationView> rows = KeyedQuery.byTime(jdbc, """
                        select * from pending_station
                        where (:state is null or state = :state)
                          and (:after is null or knocked_at < :after
                               or (knocked_at = :after and station_id < :afterId))
                        order by knocked_at desc, station_id desc limit :limit
                        """, query.page())
                .param("state", Columns.of(query.state(), Enum::name))
                .query(Admissions::pending)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.knockedAt(), view.station().value()),
                PendingStationPage::new);
    }

    @QueryHandler
    RefusedHandshakePage handle(ListRefusedHandshakes query) {
        List<RefusedHandshakeView> rows = KeyedQuery.byTime(jdbc, """
                        select * from refused_handshake
                        where (:station is null or station_id = :station)
                          and (:after is null or refused_at < :after
                               or (refused_at = :after and event_id < :afterId))
                        order by refused_at desc, event_id desc limit :limit
                        """, query.page())
                .param("station", Columns.of(query.station(), StationId::value))
                .query(Admissions::refused)
                .list();
        return Pages.cut(
                query.page(), rows, view -> PageKey.of(view.refusedAt(), view.id()), RefusedHandshakePage::new);
    }

    private static PendingStationView pending(ResultSet row, int number) throws SQLException {
        return new PendingStationView(
                new StationId(row.getString("station_id")),
                State.valueOf(row.getString("state")),
                row.getString("address"),
                row.getString("protocol"),
                row.getString("reason"),
                Utc.read(row, "knocked_at"),
                Utc.readNullable(row, "decided_at"));
    }

    private static RefusedHandshakeView refused(ResultSet row, int number) throws SQLException {
        return new RefusedHandshakeView(
                row.getString("event_id"),
                new StationId(row.getString("station_id")),
                RefusalReason.valueOf(row.getString("reason")),
                row.getString("address"),
                Utc.read(row, "refused_at"));
    }
}
