package io.voltledger.query.chargepoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.LocalListView;
import io.voltledger.api.chargepoint.ReservationStatus;
import io.voltledger.api.chargepoint.ReservationView;
import io.voltledger.api.chargepoint.StationBookQuery.FindLocalList;
import io.voltledger.api.chargepoint.StationBookQuery.FindReservation;
import io.voltledger.api.chargepoint.StationBookQuery.ListChargingProfiles;
import io.voltledger.api.chargepoint.StationBookQuery.ListReservations;
import io.voltledger.api.chargepoint.StationBookQuery.ReservationPage;
import io.voltledger.api.chargepoint.StationBookQuery.StoredChargingProfiles;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about what stations keep. A reservation expires by the clock, without an event. */
@Component
class StationBookQueries {

    private static final String RESERVATION = """
            select * from (select r.*, case when status = 'ACCEPTED' and expires_at <= :now then 'EXPIRED' else status end
                                  as standing from reservation r where r.station_id = :station) known
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    StationBookQueries(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @QueryHandler
    ReservationPage handle(ListReservations query) {
        List<ReservationView> rows = KeyedQuery.byTime(jdbc, RESERVATION + """
                        where (:status is null or standing = :status)
                          and (:after is null or made_at < :after
                               or (made_at = :after and reservation_id < :afterId))
                        order by made_at desc, reservation_id desc limit :limit
                        """, query.page())
                .param("station", query.station().value())
                .param("status", Columns.of(query.status(), Enum::name))
                .param("now", Utc.of(clock.instant()))
                .query(StationBookQueries::reservation)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.madeAt(), Integer.toString(view.id())),
                ReservationPage::new);
    }

    @QueryHandler
    Optional<ReservationView> handle(FindReservation query) {
        return jdbc.sql(RESERVATION + "where reservation_id = :reservation")
                .param("station", query.station().value())
                .param("reservation", query.reservation())
                .param("now", Utc.of(clock.instant()))
                .query(StationBookQueries::reservation)
                .optional();
    }

    @QueryHandler
    StoredChargingProfiles handle(ListChargingProfiles query) {
        return new StoredChargingProfiles(
                jdbc.sql("""
                        select * from charging_profile where station_id = :station
                        order by connector_id, purpose, stack_level, profile_id
                        """)
                        .param("station", query.station().value())
                        .query((row, number) -> new StoredChargingProfileView(
                                query.station(),
                                connector(row),
                                read(row.getString("profile")),
                                Utc.read(row, "stored_at")))
                        .list(),
                null);
    }

    @QueryHandler
    Optional<LocalListView> handle(FindLocalList query) {
        return jdbc.sql("select * from local_list where station_id = :station")
                .param("station", query.station().value())
                .query((row, number) ->
                        new LocalListView(query.station(), row.getInt("version"), Utc.read(row, "noted_at")))
                .optional();
    }

    private static @Nullable ConnectorId connector(ResultSet row) throws SQLException {
        Integer connector = Columns.integer(row, "connector_id");
        return connector == null ? null : new ConnectorId(connector);
    }

    private ChargingProfile read(String text) {
        try {
            return json.readValue(text, ChargingProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored charging profile cannot be read", e);
        }
    }

    private static ReservationView reservation(ResultSet row, int number) throws SQLException {
        return new ReservationView(
                row.getInt("reservation_id"),
                new StationId(row.getString("station_id")),
                new ConnectorId(row.getInt("connector_id")),
                new IdToken(row.getString("token_id")),
                Columns.text(row, "parent_id", IdToken::new),
                ReservationStatus.valueOf(row.getString("standing")),
                Utc.read(row, "expires_at"),
                Utc.read(row, "made_at"),
                Columns.text(row, "session_id", SessionId::new),
                Utc.readNullable(row, "ended_at"));
    }
}
