package io.voltledger.query.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what hangs below a bill, whole each time: its lines, and why it is parked. */
@Component
class BillLines {

    private static final Change LINE = Change.each("""
        insert into bill_line (bill_id, line, kind, quantity, unit, unit_price, vat_rate, currency,
                               net, vat, gross, sources)
        values (:bill, :line, :kind, :quantity, :unit, :unitPrice, :vatRate, :currency,
                :net, :vat, :gross, :sources)
        """);

    private static final Change REASON =
            Change.each("insert into bill_reason (bill_id, line, reason) values (:bill, :line, :reason)");

    private static final Change NO_LINES = Change.each("delete from bill_line where bill_id = :bill");

    private static final Change NO_REASONS = Change.each("delete from bill_reason where bill_id = :bill");

    private final Changes changes;

    BillLines(Changes changes) {
        this.changes = changes;
    }

    void write(BillId bill, List<BillLine> lines) {
        changes.of(bill, NO_REASONS).param("bill", bill.value()).apply();
        changes.of(bill, NO_LINES).param("bill", bill.value()).apply();
        for (int place = 0; place < lines.size(); place++) {
            BillLine line = lines.get(place);
            changes.of(bill, LINE)
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
                    .param("sources", Sources.write(line.sources()))
                    .apply();
        }
    }

    void writeReasons(BillId bill, List<String> reasons) {
        changes.of(bill, NO_REASONS).param("bill", bill.value()).apply();
        for (int place = 0; place < reasons.size(); place++) {
            changes.of(bill, REASON)
                    .param("bill", bill.value())
                    .param("line", place)
                    .param("reason", reasons.get(place))
                    .apply();
        }
    }
}
