package io.voltledger.query.admission;

import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.PasswordChanged;
import io.voltledger.api.admission.AdmissionEvent.ProfileDemanded;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.AdmissionEvent.StationLetIn;
import io.voltledger.api.admission.AdmissionEvent.StationTurnedAway;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables station_security, pending_station and refused_handshake. */
@Component
@ProcessingGroup("query-admission")
class AdmissionProjection {

    private final JdbcClient jdbc;

    AdmissionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ProfileDemanded event) {
        jdbc.sql("""
                        insert into station_security (station_id, profile, certificate_name)
                        values (:station, :profile, :name)
                        on duplicate key update profile = values(profile), certificate_name = values(certificate_name)
                        """)
                .param("station", event.door().value())
                .param("profile", event.profile().number())
                .param("name", event.certificateName())
                .update();
    }

    @EventHandler
    void on(PasswordChanged event) {
        jdbc.sql("""
                        insert into station_security (station_id, password_set_at) values (:station, :at)
                        on duplicate key update password_set_at = values(password_set_at)
                        """)
                .param("station", event.door().value())
                .param("at", Utc.of(event.changedAt()))
                .update();
    }

    @EventHandler
    void on(HandshakeRefused event, @MessageIdentifier String eventId) {
        jdbc.sql("""
                        insert into refused_handshake (event_id, station_id, reason, address, refused_at)
                        values (:event, :station, :reason, :address, :at)
                        on duplicate key update reason = values(reason)
                        """)
                .param("event", eventId)
                .param("station", event.door().value())
                .param("reason", event.reason().name())
                .param("address", event.address())
                .param("at", Utc.of(event.refusedAt()))
                .update();
    }

    @EventHandler
    void on(StationKnocked event) {
        jdbc.sql("""
                        replace into pending_station (station_id, state, address, protocol, knocked_at)
                        values (:station, 'PENDING', :address, :protocol, :at)
                        """)
                .param("station", event.door().value())
                .param("address", event.address())
                .param("protocol", event.protocol())
                .param("at", Utc.of(event.knockedAt()))
                .update();
    }

    @EventHandler
    void on(StationLetIn event) {
        decided(event.door(), "ACCEPTED", null, event.letInAt());
    }

    @EventHandler
    void on(StationTurnedAway event) {
        decided(event.door(), "REFUSED", event.reason(), event.turnedAwayAt());
    }

    @ResetHandler
    void reset() {
        List.of("station_security", "pending_station", "refused_handshake")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private void decided(StationDoor door, String state, @Nullable String reason, Instant at) {
        jdbc.sql("""
                        update pending_station set state = :state, reason = :reason, decided_at = :at
                        where station_id = :station
                        """)
                .param("station", door.value())
                .param("state", state)
                .param("reason", reason)
                .param("at", Utc.of(at))
                .update();
    }
}
