package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.ConnectorView;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of charge points as views. */
final class ChargePointRows {

    private ChargePointRows() {}

    static ChargePointView chargePoint(ResultSet row, int number) throws SQLException {
        return new ChargePointView(
                new StationId(row.getString("station_id")),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                Columns.text(row, "tariff_id", TariffId::new),
                row.getBoolean("online"),
                row.getString("node"),
                row.getString("protocol"),
                row.getString("vendor"),
                row.getString("model"),
                row.getString("serial_number"),
                row.getString("firmware_version"),
                quirks(row),
                Utc.readNullable(row, "booted_at"),
                Utc.readNullable(row, "connected_at"),
                Utc.readNullable(row, "disconnected_at"),
                later(Utc.readNullable(row, "last_seen_at"), Utc.readNullable(row, "metered_at")),
                Utc.read(row, "registered_at"),
                List.of());
    }

    private static @Nullable QuirkProfileVersion quirks(ResultSet row) throws SQLException {
        String profile = row.getString("quirk_profile");
        return profile == null
                ? null
                : new QuirkProfileVersion(new QuirkProfileId(profile), row.getInt("quirk_version"));
    }

    static ConnectorView connector(ResultSet row, int number) throws SQLException {
        return new ConnectorView(
                new ConnectorId(row.getInt("connector_id")),
                ConnectorStatus.valueOf(row.getString("status")),
                row.getString("reported"),
                row.getString("error_code"),
                row.getString("info"),
                row.getString("vendor_error_code"),
                Utc.read(row, "since"));
    }

    static StationCommandView command(ResultSet row, int number) throws SQLException {
        return new StationCommandView(
                new StationCommandId(row.getString("command_id")),
                new StationId(row.getString("station_id")),
                row.getString("action"),
                row.getString("payload"),
                Utc.read(row, "dispatched_at"),
                Columns.text(row, "outcome", StationAnswer.Outcome::valueOf),
                row.getString("answer"),
                Utc.readNullable(row, "ended_at"));
    }

    static ChargePointView with(ChargePointView view, List<ConnectorView> connectors) {
        return new ChargePointView(
                view.id(),
                view.name(),
                view.zone(),
                view.tariff(),
                view.online(),
                view.node(),
                view.protocol(),
                view.vendor(),
                view.model(),
                view.serialNumber(),
                view.firmwareVersion(),
                view.quirks(),
                view.bootedAt(),
                view.connectedAt(),
                view.disconnectedAt(),
                view.lastSeenAt(),
                view.registeredAt(),
                connectors);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
