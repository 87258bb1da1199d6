package io.voltledger.query.billing;

import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillQuery.BillPage;
import io.voltledger.api.billing.BillQuery.FindBill;
import io.voltledger.api.billing.BillQuery.ListBills;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.billing.BillView.AppliedPayment;
import io.voltledger.api.billing.BillView.CreditNote;
import io.voltledger.api.member.MemberId;
import io.voltledger.query.sql.Children;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about bills. */
@Component
class BillQueries {

    private final JdbcClient jdbc;

    BillQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<BillView> handle(FindBill query) {
        return whole(jdbc.sql("select * from bill where bill_id = :bill")
                        .param("bill", query.bill().value())
                        .query(BillRows::bill)
                        .list())
                .stream()
                .findFirst();
    }

    @QueryHandler
    BillPage handle(ListBills query) {
        List<BillView> rows = KeyedQuery.byTime(jdbc, """
                        select * from bill
                        where (:state is null or state = :state)
                          and (:member is null or member_id = :member)
                          and (:after is null or created_at < :after
                               or (created_at = :after and bill_id < :afterId))
                        order by created_at desc, bill_id desc limit :limit
                        """, query.page())
                .param("state", Columns.of(query.state(), Enum::name))
                .param("member", Columns.of(query.member(), MemberId::value))
                .query(BillRows::bill)
                .list();
        return Pages.cut(
                query.page(),
                whole(rows),
                view -> PageKey.of(view.createdAt(), view.id().value()),
                BillPage::new);
    }

    private List<BillView> whole(List<BillView> rows) {
        List<String> ids = rows.stream().map(view -> view.id().value()).toList();
        Children<BillLine> lines = Children.load(jdbc, """
                        select l.*, l.bill_id as parent from bill_line l
                        where bill_id in (:parents) order by bill_id, line
                        """, ids, BillRows::line);
        Children<AppliedPayment> payments = Children.load(jdbc, """
                        select p.*, p.bill_id as parent from bill_payment p
                        where bill_id in (:parents) order by applied_at, reference
                        """, ids, BillRows::payment);
        Children<String> reasons = Children.load(jdbc, """
                        select bill_id as parent, reason from bill_reason
                        where bill_id in (:parents) order by bill_id, line
                        """, ids, (row, number) -> row.getString("reason"));
        Children<CreditNote> credits = Children.load(jdbc, """
                        select c.*, c.bill_id as parent from bill_credit c
                        where bill_id in (:parents) order by issued_at, credit_id
                        """, ids, BillRows::credit);
        return rows.stream()
                .map(view -> {
                    String id = view.id().value();
                    return BillRows.with(view, lines.of(id), payments.of(id), reasons.of(id), credits.of(id));
                })
                .toList();
    }
}
