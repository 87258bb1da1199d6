package io.voltledger.query.session;

import io.voltledger.api.billing.BillState;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.LiveSessionView;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionReadingView;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.session.SessionView;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows of the session tables as views. */
final class SessionRows {

    private SessionRows() {}

    static SessionView session(ResultSet row, int number) throws SQLException {
        return new SessionView(
                new SessionId(row.getString("session_id")),
                new StationId(row.getString("station_id")),
                new ConnectorId(row.getInt("connector_id")),
                Columns.text(row, "token_id", IdToken::new),
                Columns.text(row, "member_id", MemberId::new),
                AuthorizationStatus.valueOf(row.getString("authorization")),
                SessionState.valueOf(row.getString("state")),
                Columns.text(row, "charging", ChargingState::valueOf),
                Columns.energy(row, "energy_wh"),
                Columns.decimal(row, "power_w"),
                Columns.moneyOrNull(row, "cost", "cost_currency"),
                Columns.energyOrNull(row, "meter_start_wh"),
                Columns.energyOrNull(row, "meter_stop_wh"),
                Utc.read(row, "started_at"),
                Utc.readNullable(row, "stopped_at"),
                row.getString("stop_reason"),
                Columns.text(row, "tariff_id", TariffId::new),
                Columns.integer(row, "tariff_version"),
                row.getBoolean("orphan"),
                List.of(),
                List.of(),
                Columns.text(row, "bill_state", BillState::valueOf),
                Columns.moneyOrNull(row, "bill_gross", "bill_currency"),
                Columns.text(row, "payment_state", PaymentState::valueOf),
                Utc.read(row, "updated_at"));
    }

    static SessionView with(SessionView view, List<Anomaly> anomalies, List<String> reviewReasons) {
        return new SessionView(
                view.id(),
                view.station(),
                view.connector(),
                view.token(),
                view.member(),
                view.authorization(),
                view.state(),
                view.charging(),
                view.energy(),
                view.power(),
                view.cost(),
                view.meterStart(),
                view.meterStop(),
                view.startedAt(),
                view.stoppedAt(),
                view.stopReason(),
                view.tariff(),
                view.tariffVersion(),
                view.orphan(),
                anomalies,
                reviewReasons,
                view.bill(),
                view.billTotal(),
                view.payment(),
                view.updatedAt());
    }

    static LiveSessionView live(ResultSet row, int number) throws SQLException {
        return new LiveSessionView(
                new SessionId(row.getString("session_id")),
                new StationId(row.getString("station_id")),
                new ConnectorId(row.getInt("connector_id")),
                Columns.text(row, "token_id", IdToken::new),
                Columns.text(row, "member_id", MemberId::new),
                SessionState.valueOf(row.getString("state")),
                Columns.text(row, "charging", ChargingState::valueOf),
                Columns.energy(row, "energy_wh"),
                Columns.moneyOrNull(row, "cost", "cost_currency"),
                Columns.decimal(row, "power_w"),
                Utc.read(row, "started_at"),
                Utc.read(row, "updated_at"));
    }

    static SessionReadingView reading(ResultSet row, int number) throws SQLException {
        return new SessionReadingView(
                Utc.read(row, "at"),
                Columns.energy(row, "energy_wh"),
                Columns.decimal(row, "power_w"),
                Columns.moneyOrNull(row, "cost", "cost_currency"));
    }

    static Anomaly anomaly(ResultSet row, int number) throws SQLException {
        return new Anomaly(Anomaly.Code.valueOf(row.getString("code")), row.getString("detail"));
    }
}
