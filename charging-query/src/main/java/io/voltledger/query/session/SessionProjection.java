package io.voltledger.query.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionEvent.ChargingStateChanged;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.LateReadingKept;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the session tables and tells who watches of each change. */
@Component
@ProcessingGroup("query-session")
class SessionProjection {

    private static final Change START = Change.each("""
            insert into session (session_id, station_id, connector_id, token_id, member_id, authorization,
                                 state, meter_start_wh, started_at, opened_at, tariff_id, tariff_version, orphan, updated_at)
            values (:session, :station, :connector, :token, :member, :authorization,
                    'ACTIVE', :meterStart, :startedAt, :at, :tariff, :version, :orphan, :at)
            on duplicate key update token_id = values(token_id), member_id = values(member_id)
            """);

    private static final Change LEARN = Change.each("""
            update session
            set connector_id = :connector, token_id = :token, member_id = :member, authorization = :authorization,
                meter_start_wh = :meterStart, started_at = :startedAt, orphan = :orphan,
                energy_wh = coalesce(:energy, energy_wh), updated_at = :at
            where session_id = :session
            """);

    private static final Change METER = Change.latest("""
            update session
            set energy_wh = :energy, cost = :cost, cost_currency = :currency, power_w = :power, updated_at = :at
            where session_id = :session
            """);

    private static final Change CHARGING = Change.latest("""
            update session set charging = :charging, updated_at = :at where session_id = :session
            """);

    private static final Change STOP = Change.latest("""
            update session
            set state = 'STOPPED', energy_wh = :energy, power_w = null, charging = null,
                meter_start_wh = :meterStart, meter_stop_wh = :meterStop, stopped_at = :stoppedAt,
                stop_reason = :reason, updated_at = :at
            where session_id = :session
            """);

    private static final Change READING = Change.each("""
            insert into session_reading (session_id, at, energy_wh, power_w, cost, cost_currency)
            values (:session, :at, :energy, :power, :cost, :currency)
            on duplicate key update energy_wh = values(energy_wh), power_w = values(power_w),
                cost = values(cost), cost_currency = values(cost_currency)
            """);

    private static final Change ANOMALY = Change.each("""
            insert into session_anomaly (session_id, event_id, line, code, detail, at)
            values (:session, :event, :line, :code, :detail, :at)
            on duplicate key update detail = values(detail)
            """);

    private static final Change REVIEW = Change.each("""
            insert into session_review (session_id, line, reason) values (:session, :line, :reason)
            on duplicate key update reason = values(reason)
            """);

    private final JdbcClient jdbc;
    private final Changes changes;
    private final LiveUpdates live;

    SessionProjection(JdbcClient jdbc, Changes changes, LiveUpdates live) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.live = live;
    }

    @EventHandler
    void on(SessionStarted event, @MessageIdentifier String eventId, ReplayStatus replay) {
        changes.of(event.session(), START)
                .param("session", event.session().value())
                .param("station", event.station().value())
                .param("connector", event.connector().value())
                .param("token", Columns.of(event.token(), IdToken::value))
                .param("member", Columns.of(event.authorization().member(), MemberId::value))
                .param("authorization", event.authorization().status().name())
                .param("meterStart", Columns.of(event.meterStart(), Energy::wattHours))
                .param("startedAt", Utc.of(event.startedAt()))
                .param(
                        "tariff",
                        Columns.of(event.tariff(), tariff -> tariff.id().value()))
                .param("version", Columns.of(event.tariff(), tariff -> tariff.version()))
                .param("orphan", event.orphan())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
        flag(event.session(), eventId, event.anomalies(), event.receipt());
        live.changed(event.session(), replay);
    }

    @EventHandler
    void on(StartLearned event, @MessageIdentifier String eventId, ReplayStatus replay) {
        changes.of(event.session(), LEARN)
                .param("session", event.session().value())
                .param("connector", event.connector().value())
                .param("token", Columns.of(event.token(), IdToken::value))
                .param("member", Columns.of(event.authorization().member(), MemberId::value))
                .param("authorization", event.authorization().status().name())
                .param("meterStart", Columns.of(event.meterStart(), Energy::wattHours))
                .param("startedAt", Utc.of(event.startedAt()))
                .param("orphan", event.orphan())
                .param("energy", Columns.of(event.energy(), Energy::wattHours))
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
        flag(event.session(), eventId, event.anomalies(), event.receipt());
        live.changed(event.session(), replay);
    }

    @EventHandler
    void on(EnergyMetered event, @MessageIdentifier String eventId, ReplayStatus replay) {
        changes.of(event.session(), METER)
                .param("session", event.session().value())
                .param("energy", event.energy().wattHours())
                .param("cost", Columns.of(event.cost(), Money::amount))
                .param(
                        "currency",
                        Columns.of(event.cost(), cost -> cost.currency().getCurrencyCode()))
                .param("power", event.power())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
        point(event);
        flag(event.session(), eventId, event.anomalies(), event.receipt());
        live.changed(event.session(), replay);
    }

    @EventHandler
    void on(ChargingStateChanged event, ReplayStatus replay) {
        changes.of(event.session(), CHARGING)
                .param("session", event.session().value())
                .param("charging", event.state().name())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
        live.changed(event.session(), replay);
    }

    @EventHandler
    void on(SessionStopped event, @MessageIdentifier String eventId, ReplayStatus replay) {
        changes.of(event.session(), STOP)
                .param("session", event.session().value())
                .param("energy", event.energy().wattHours())
                .param("meterStart", Columns.of(event.meterStart(), Energy::wattHours))
                .param("meterStop", Columns.of(event.meterStop(), Energy::wattHours))
                .param("stoppedAt", Utc.of(event.stoppedAt()))
                .param("reason", event.reason())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
        review(event.session(), event.reviewReasons());
        flag(event.session(), eventId, event.anomalies(), event.receipt());
        live.changed(event.session(), replay);
    }

    @EventHandler
    void on(StopRepeated event, @MessageIdentifier String eventId) {
        flag(event.session(), eventId, event.anomalies(), event.receipt());
    }

    @EventHandler
    void on(LateReadingKept event, @MessageIdentifier String eventId) {
        flag(event.session(), eventId, event.anomalies(), event.receipt());
    }

    @ResetHandler
    void reset() {
        List.of("session_reading", "session_review", "session_anomaly", "session")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private void point(EnergyMetered event) {
        Instant at = event.readings().stream()
                .map(MeterReading::sampledAt)
                .max(Instant::compareTo)
                .orElse(event.receipt().receivedAt());
        changes.of(event.session(), READING)
                .param("session", event.session().value())
                .param("at", Utc.of(at))
                .param("energy", event.energy().wattHours())
                .param("power", event.power())
                .param("cost", Columns.of(event.cost(), Money::amount))
                .param(
                        "currency",
                        Columns.of(event.cost(), cost -> cost.currency().getCurrencyCode()))
                .apply();
    }

    private void flag(SessionId session, String eventId, List<Anomaly> anomalies, Receipt receipt) {
        for (int line = 0; line < anomalies.size(); line++) {
            changes.of(session, ANOMALY)
                    .param("session", session.value())
                    .param("event", eventId)
                    .param("line", line)
                    .param("code", anomalies.get(line).code().name())
                    .param("detail", anomalies.get(line).detail())
                    .param("at", Utc.of(receipt.receivedAt()))
                    .apply();
        }
    }

    private void review(SessionId session, List<String> reasons) {
        for (int line = 0; line < reasons.size(); line++) {
            changes.of(session, REVIEW)
                    .param("session", session.value())
                    .param("line", line)
                    .param("reason", reasons.get(line))
                    .apply();
        }
    }
}
