package io.voltledger.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the read models, to compare. */
final class Tables {

    private static final List<String> NAMES = List.of(
            "charge_point",
            "connector",
            "station_command",
            "session",
            "session_anomaly",
            "session_review",
            "session_reading",
            "bill",
            "bill_line",
            "bill_reason",
            "bill_payment",
            "payment",
            "payment_method",
            "points_lot",
            "points_movement",
            "tariff_draft",
            "wallet",
            "wallet_movement",
            "wallet_closing",
            "top_up",
            "dunning",
            "notification",
            "token",
            "token_restriction",
            "tariff_version",
            "audit_event",
            "audit_notification");

    private Tables() {}

    static Map<String, List<String>> dump(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Map<String, List<String>> tables = new TreeMap<>();
        NAMES.forEach(name -> tables.put(
                name,
                jdbc.sql("select * from " + name).query().listOfRows().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList()));
        return tables;
    }
}
