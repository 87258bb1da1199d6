package io.voltledger.query.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillQuery.CreditNotePage;
import io.voltledger.api.billing.BillQuery.ListCreditNotes;
import io.voltledger.api.billing.CreditNoteView;
import io.voltledger.api.member.MemberId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about credit notes over all bills. */
@Component
class CreditNoteQueries {

    private final JdbcClient jdbc;

    CreditNoteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    CreditNotePage handle(ListCreditNotes query) {
        List<CreditNoteView> rows = KeyedQuery.byTime(jdbc, """
                        select c.*, b.number as bill_number, b.member_id
                        from bill_credit c join bill b on b.bill_id = c.bill_id
                        where (:member is null or b.member_id = :member)
                          and (:after is null or c.issued_at < :after
                               or (c.issued_at = :after and concat(c.bill_id, '/', c.credit_id) < :afterId))
                        order by c.issued_at desc, concat(c.bill_id, '/', c.credit_id) desc limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .query(CreditNoteQueries::note)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(
                        view.note().issuedAt(),
                        view.bill().value() + "/" + view.note().id().value()),
                CreditNotePage::new);
    }

    private static CreditNoteView note(ResultSet row, int number) throws SQLException {
        return new CreditNoteView(
                new BillId(row.getString("bill_id")),
                row.getString("bill_number"),
                Columns.text(row, "member_id", MemberId::new),
                BillRows.credit(row, number));
    }
}
