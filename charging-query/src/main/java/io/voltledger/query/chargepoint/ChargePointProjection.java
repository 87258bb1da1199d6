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
import io.voltledger.api.tariff.TariffId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the charge_point and connector tables. */
@Component
@ProcessingGroup("query-chargepoint")
class ChargePointProjection {

    private final JdbcClient jdbc;

    ChargePointProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ChargePointRegistered event) {
        jdbc.sql("""
                        insert into charge_point (station_id, name, zone, tariff_id, registered_at)
                        values (:station, :name, :zone, :tariff, :at)
                        on duplicate key update name = values(name), zone = values(zone)
                        """)
                .param("station", event.station().value())
                .param("name", event.name())
                .param("zone", event.zone().getId())
                .param("tariff", Columns.of(event.tariff(), TariffId::value))
                .param("at", Utc.of(event.registeredAt()))
                .update();
    }

    @EventHandler
    void on(TariffAssigned event) {
        jdbc.sql("update charge_point set tariff_id = :tariff where station_id = :station")
                .param("station", event.station().value())
                .param("tariff", event.tariff().value())
                .update();
    }

    @EventHandler
    void on(ChargePointConnected event) {
        jdbc.sql("""
                        update charge_point
                        set online = true, node = :node, connection_id = :connection, protocol = :protocol,
                            connected_at = :at, last_seen_at = :at
                        where station_id = :station
                        """)
                .param("station", event.station().value())
                .param("node", event.node())
                .param("connection", event.connection())
                .param("protocol", event.protocol())
                .param("at", Utc.of(event.connectedAt()))
                .update();
    }

    @EventHandler
    void on(ChargePointDisconnected event) {
        jdbc.sql("""
                        update charge_point
                        set online = false, node = null, disconnected_at = :at
                        where station_id = :station and connection_id = :connection
                        """)
                .param("station", event.station().value())
                .param("connection", event.connection())
                .param("at", Utc.of(event.disconnectedAt()))
                .update();
    }

    @EventHandler
    void on(ChargePointBooted event) {
        BootReport boot = event.boot();
        jdbc.sql("""
                        update charge_point
                        set vendor = :vendor, model = :model, serial_number = :serial, firmware_version = :firmware,
                            booted_at = :at, last_seen_at = :at
                        where station_id = :station
                        """)
                .param("station", event.station().value())
                .param("vendor", boot.vendor())
                .param("model", boot.model())
                .param("serial", boot.serialNumber())
                .param("firmware", boot.firmwareVersion())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .update();
    }

    @EventHandler
    void on(ConnectorStatusChanged event) {
        StatusReport report = event.status();
        Instant receivedAt = event.receipt().receivedAt();
        jdbc.sql("""
                        insert into connector (station_id, connector_id, status, reported, error_code, info,
                                               vendor_error_code, since)
                        values (:station, :connector, :status, :reported, :error, :info, :vendorError, :at)
                        on duplicate key update status = values(status), reported = values(reported),
                            error_code = values(error_code), info = values(info),
                            vendor_error_code = values(vendor_error_code), since = values(since)
                        """)
                .param("station", event.station().value())
                .param("connector", event.connector().value())
                .param("status", report.status().name())
                .param("reported", report.reported())
                .param("error", report.errorCode())
                .param("info", report.info())
                .param("vendorError", report.vendorErrorCode())
                .param("at", Utc.of(receivedAt))
                .update();
        seen(event.station(), receivedAt);
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from connector").update();
        jdbc.sql("delete from charge_point").update();
    }

    private void seen(StationId station, Instant at) {
        jdbc.sql("update charge_point set last_seen_at = :at where station_id = :station")
                .param("station", station.value())
                .param("at", Utc.of(at))
                .update();
    }
}
