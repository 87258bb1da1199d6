package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.BootReport;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointBooted;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointConnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointDisconnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.ChargePointEvent.ConnectorStatusChanged;
import io.voltledger.api.chargepoint.ChargePointEvent.TariffAssigned;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the charge_point and connector tables. */
@Component
@ProcessingGroup("query-chargepoint")
class ChargePointProjection {

    private static final Change REGISTER = Change.each("""
            insert into charge_point (station_id, name, zone, tariff_id, registered_at)
            values (:station, :name, :zone, :tariff, :at)
            on duplicate key update name = values(name), zone = values(zone)
            """);

    private static final Change TARIFF =
            Change.latest("update charge_point set tariff_id = :tariff where station_id = :station");

    private static final Change CONNECT = Change.latest("""
            update charge_point
            set online = true, node = :node, connection_id = :connection, protocol = :protocol,
                connected_at = :at, last_seen_at = :at
            where station_id = :station
            """);

    private static final Change DISCONNECT = Change.each("""
            update charge_point
            set online = false, node = null, disconnected_at = :at
            where station_id = :station and connection_id = :connection
            """);

    private static final Change BOOT = Change.latest("""
            update charge_point
            set vendor = :vendor, model = :model, serial_number = :serial, firmware_version = :firmware,
                quirk_profile = :quirks, quirk_version = :quirksVersion, booted_at = :at, last_seen_at = :at
            where station_id = :station
            """);

    private static final Change STATUS = Change.latest("""
            insert into connector (station_id, connector_id, status, reported, error_code, info,
                                   vendor_error_code, since)
            values (:station, :connector, :status, :reported, :error, :info, :vendorError, :at)
            on duplicate key update status = values(status), reported = values(reported),
                error_code = values(error_code), info = values(info),
                vendor_error_code = values(vendor_error_code), since = values(since)
            """);

    private static final Change SEEN =
            Change.latest("update charge_point set last_seen_at = :at where station_id = :station");

    private final JdbcClient jdbc;
    private final Changes changes;

    ChargePointProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(ChargePointRegistered event) {
        changes.of(event.station(), REGISTER)
                .param("station", event.station().value())
                .param("name", event.name())
                .param("zone", event.zone().getId())
                .param("tariff", Columns.of(event.tariff(), TariffId::value))
                .param("at", Utc.of(event.registeredAt()))
                .apply();
    }

    @EventHandler
    void on(TariffAssigned event) {
        changes.of(event.station(), TARIFF)
                .param("station", event.station().value())
                .param("tariff", event.tariff().value())
                .apply();
    }

    @EventHandler
    void on(ChargePointConnected event) {
        changes.of(event.station(), CONNECT)
                .param("station", event.station().value())
                .param("node", event.node())
                .param("connection", event.connection())
                .param("protocol", event.protocol())
                .param("at", Utc.of(event.connectedAt()))
                .apply();
    }

    @EventHandler
    void on(ChargePointDisconnected event) {
        changes.of(event.station(), DISCONNECT)
                .param("station", event.station().value())
                .param("connection", event.connection())
                .param("at", Utc.of(event.disconnectedAt()))
                .apply();
    }

    @EventHandler
    void on(ChargePointBooted event) {
        BootReport boot = event.boot();
        changes.of(event.station(), BOOT)
                .param("station", event.station().value())
                .param("vendor", boot.vendor())
                .param("model", boot.model())
                .param("serial", boot.serialNumber())
                .param("firmware", boot.firmwareVersion())
                .param(
                        "quirks",
                        Columns.of(boot.quirks(), quirks -> quirks.profile().value()))
                .param("quirksVersion", Columns.of(boot.quirks(), QuirkProfileVersion::version))
                .param("at", Utc.of(event.receipt().receivedAt()))
                .apply();
    }

    @EventHandler
    void on(ConnectorStatusChanged event) {
        StatusReport report = event.status();
        Instant receivedAt = event.receipt().receivedAt();
        changes.of(List.of(event.station(), event.connector()), STATUS)
                .param("station", event.station().value())
                .param("connector", event.connector().value())
                .param("status", report.status().name())
                .param("reported", report.reported())
                .param("error", report.errorCode())
                .param("info", report.info())
                .param("vendorError", report.vendorErrorCode())
                .param("at", Utc.of(receivedAt))
                .apply();
        seen(event.station(), receivedAt);
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from connector").update();
        jdbc.sql("delete from charge_point").update();
    }

    private void seen(StationId station, Instant at) {
        changes.of(station, SEEN)
                .param("station", station.value())
                .param("at", Utc.of(at))
                .apply();
    }
}
