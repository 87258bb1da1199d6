package io.voltledger.query.chargepoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfileStored;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfilesCleared;
import io.voltledger.api.chargepoint.StationBookEvent.LocalListNoted;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationCancelled;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationMade;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationUsed;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of what stations keep. */
@Component
@ProcessingGroup("query-chargepoint")
class StationBookProjection {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    StationBookProjection(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventHandler
    void on(ReservationMade event) {
        Reservation made = event.reservation();
        jdbc.sql("""
                        replace into reservation (station_id, reservation_id, connector_id, token_id, parent_id, status,
                                                  expires_at, made_at)
                        values (:station, :reservation, :connector, :token, :parent, 'ACCEPTED', :expires, :at)
                        """)
                .param("station", event.book().value())
                .param("reservation", made.id())
                .param("connector", made.connector().value())
                .param("token", made.token().value())
                .param("parent", Columns.of(made.parent(), IdToken::value))
                .param("expires", Utc.of(made.expiresAt()))
                .param("at", Utc.of(event.madeAt()))
                .update();
    }

    @EventHandler
    void on(ReservationCancelled event) {
        jdbc.sql("""
                        update reservation set status = 'CANCELLED', ended_at = :at
                        where station_id = :station and reservation_id = :reservation
                        """)
                .param("station", event.book().value())
                .param("reservation", event.reservation())
                .param("at", Utc.of(event.cancelledAt()))
                .update();
    }

    @EventHandler
    void on(ReservationUsed event) {
        jdbc.sql("""
                        update reservation set status = 'USED', session_id = :session, ended_at = :at
                        where station_id = :station and reservation_id = :reservation
                        """)
                .param("station", event.book().value())
                .param("reservation", event.reservation())
                .param("session", event.session().value())
                .param("at", Utc.of(event.usedAt()))
                .update();
    }

    @EventHandler
    void on(ChargingProfileStored event) {
        ChargingProfile profile = event.profile();
        jdbc.sql("""
                        delete from charging_profile
                        where station_id = :station and connector_id = :connector and purpose = :purpose
                          and stack_level = :level and coalesce(transaction_id, '') = coalesce(:transaction, '')
                        """)
                .param("station", event.book().value())
                .param("connector", Columns.of(event.connector(), ConnectorId::value))
                .param("purpose", profile.purpose().name())
                .param("level", profile.stackLevel())
                .param("transaction", profile.transaction())
                .update();
        jdbc.sql("""
                        replace into charging_profile (station_id, profile_id, connector_id, purpose, stack_level,
                                                       transaction_id, profile, stored_at)
                        values (:station, :profile, :connector, :purpose, :level, :transaction, :text, :at)
                        """)
                .param("station", event.book().value())
                .param("profile", profile.id())
                .param("connector", Columns.of(event.connector(), ConnectorId::value))
                .param("purpose", profile.purpose().name())
                .param("level", profile.stackLevel())
                .param("transaction", profile.transaction())
                .param("text", written(profile))
                .param("at", Utc.of(event.storedAt()))
                .update();
    }

    @EventHandler
    void on(ChargingProfilesCleared event) {
        ChargingProfileFilter filter = event.filter();
        jdbc.sql("""
                        delete from charging_profile
                        where station_id = :station
                          and (:profile is null or profile_id = :profile)
                          and (:connector is null or connector_id = :connector)
                          and (:purpose is null or purpose = :purpose)
                          and (:level is null or stack_level = :level)
                        """)
                .param("station", event.book().value())
                .param("profile", filter.profile())
                .param("connector", Columns.of(filter.connector(), ConnectorId::value))
                .param("purpose", Columns.of(filter.purpose(), Enum::name))
                .param("level", filter.stackLevel())
                .update();
    }

    /** A profile of a transaction ends with it. */
    @EventHandler
    void on(SessionStopped event) {
        jdbc.sql("""
                        delete from charging_profile
                        where station_id = :station and purpose = 'TX'
                          and (transaction_id = :transaction
                               or (transaction_id is null and coalesce(connector_id, :connector) = :connector))
                        """)
                .param("station", event.station().value())
                .param("transaction", event.session().transaction())
                .param("connector", event.connector().value())
                .update();
    }

    @EventHandler
    void on(LocalListNoted event) {
        jdbc.sql("""
                        replace into local_list (station_id, version, noted_at) values (:station, :version, :at)
                        """)
                .param("station", event.book().value())
                .param("version", event.version())
                .param("at", Utc.of(event.notedAt()))
                .update();
    }

    @ResetHandler
    void reset() {
        List.of("local_list", "charging_profile", "reservation")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private String written(ChargingProfile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A charging profile cannot be written", e);
        }
    }
}
