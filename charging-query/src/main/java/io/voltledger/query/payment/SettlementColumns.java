package io.voltledger.query.payment;

import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.SettlementView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A settlement by hand in the columns {@code settlement_...} of a table. */
public final class SettlementColumns {

    /** What an update sets them to, by the parameters of {@link #values}. */
    public static final String SET = """
            settlement_way = :way, settlement_reference = :reference, settlement_reason = :why, settlement_by = :by,
            settlement_approved_by = :approver""";

    private SettlementColumns() {}

    /** @param approver absent while it waits for a second person */
    public static Map<String, @Nullable Object> values(HandSettlement settlement, @Nullable String approver) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("way", settlement.way().name());
        values.put("reference", settlement.reference());
        values.put("why", settlement.reason());
        values.put("by", settlement.settledBy());
        values.put("approver", approver);
        return values;
    }

    /** Null where nothing was settled by hand. */
    public static @Nullable SettlementView read(ResultSet row) throws SQLException {
        String way = row.getString("settlement_way");
        return way == null
                ? null
                : new SettlementView(
                        new HandSettlement(
                                HandSettlement.Way.valueOf(way),
                                row.getString("settlement_reference"),
                                row.getString("settlement_reason"),
                                row.getString("settlement_by")),
                        row.getString("settlement_approved_by"));
    }
}
