package io.voltledger.query.ledger;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.wallet.Posting;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows of postings as the entries that they make. */
final class PostingRows {

    private PostingRows() {}

    /** In the order of the rows. */
    static List<LedgerEntryView> entries(StatementSpec rows) {
        Map<Long, LedgerEntryView> entries = new LinkedHashMap<>();
        rows.query((row, number) -> entry(row))
                .list()
                .forEach(part -> entries.merge(part.position(), part, PostingRows::joined));
        return List.copyOf(entries.values());
    }

    private static LedgerEntryView entry(ResultSet row) throws SQLException {
        return new LedgerEntryView(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("reference"),
                Columns.text(row, "bill_id", BillId::new),
                Utc.read(row, "at"),
                List.of(new Posting(row.getString("account"), Columns.money(row, "amount", "currency"))));
    }

    private static LedgerEntryView joined(LedgerEntryView first, LedgerEntryView second) {
        List<Posting> postings = new ArrayList<>(first.postings());
        postings.addAll(second.postings());
        return new LedgerEntryView(
                first.position(), first.event(), first.type(), first.reference(), first.bill(), first.at(), postings);
    }
}
