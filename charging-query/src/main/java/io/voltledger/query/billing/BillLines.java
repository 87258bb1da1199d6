package io.voltledger.query.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what hangs below a bill, whole each time: its lines, and why it is parked. */
@Component
class BillLines {

    private final JdbcClient jdbc;

    BillLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(BillId bill, List<BillLine> lines) {
        delete("bill_reason", bill);
        delete("bill_line", bill);
        for (int place = 0; place < lines.size(); place++) {
            BillLine line = lines.get(place);
            jdbc.sql("""
                            insert into bill_line (bill_id, line, kind, quantity, unit, unit_price, vat_rate, currency,
                                                   net, vat, gross)
                            values (:bill, :line, :kind, :quantity, :unit, :unitPrice, :vatRate, :currency,
                                    :net, :vat, :gross)
                            """)
                    .param("bill", bill.value())
                    .param("line", place)
                    .param("kind", line.kind().name())
                    .param("quantity", line.quantity())
                    .param("unit", line.unit())
                    .param("unitPrice", line.unitPrice())
                    .param("vatRate", line.vatRate())
                    .param("currency", line.gross().currency().getCurrencyCode())
                    .param("net", line.net().amount())
                    .param("vat", line.vat().amount())
                    .param("gross", line.gross().amount())
                    .update();
        }
    }

    void writeReasons(BillId bill, List<String> reasons) {
        delete("bill_reason", bill);
        for (int place = 0; place < reasons.size(); place++) {
            jdbc.sql("insert into bill_reason (bill_id, line, reason) values (:bill, :line, :reason)")
                    .param("bill", bill.value())
                    .param("line", place)
                    .param("reason", reasons.get(place))
                    .update();
        }
    }

    private void delete(String table, BillId bill) {
        jdbc.sql("delete from " + table + " where bill_id = :bill")
                .param("bill", bill.value())
                .update();
    }
}
