package io.voltledger.query.refund;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.refund.RefundQuery.FindRefund;
import io.voltledger.api.refund.RefundQuery.ListRefunds;
import io.voltledger.api.refund.RefundQuery.RefundPage;
import io.voltledger.api.refund.RefundState;
import io.voltledger.api.refund.RefundView;
import io.voltledger.query.payment.SettlementColumns;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about refunds. */
@Component
class RefundQueries {

    private final JdbcClient jdbc;

    RefundQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<RefundView> handle(FindRefund query) {
        return jdbc.sql("select * from refund where refund_id = :refund")
                .param("refund", query.refund().value())
                .query(this::view)
                .optional();
    }

    @QueryHandler
    RefundPage handle(ListRefunds query) {
        List<RefundView> rows = KeyedQuery.byTime(jdbc, """
                        select * from refund
                        where (:bill is null or bill_id = :bill) and (:state is null or state = :state)
                          and (:after is null or requested_at < :after
                               or (requested_at = :after and refund_id < :afterId))
                        order by requested_at desc, refund_id desc limit :limit
                        """, query.page())
                .param("bill", Columns.of(query.bill(), BillId::value))
                .param("state", Columns.of(query.state(), Enum::name))
                .query(this::view)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.requestedAt(), view.id().value()),
                RefundPage::new);
    }

    private RefundView view(ResultSet row, int number) throws SQLException {
        RefundId id = new RefundId(row.getString("refund_id"));
        String currency = row.getString("currency");
        List<Part> parts = parts(id, currency);
        long returned = parts.stream()
                .filter(Part::isReturned)
                .mapToLong(part -> part.what().amount().amount())
                .sum();
        return new RefundView(
                id,
                new BillId(row.getString("bill_id")),
                new MemberId(row.getString("member_id")),
                Columns.money(row, "amount", "currency"),
                Money.of(returned, currency),
                parts.stream().map(Part::what).toList(),
                RefundState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getString("decided_by"),
                row.getString("problem"),
                SettlementColumns.read(row),
                Utc.read(row, "requested_at"),
                Utc.read(row, "updated_at"));
    }

    private record Part(RefundPart what, boolean isReturned) {}

    private List<Part> parts(RefundId refund, String currency) {
        return jdbc.sql("select * from refund_part where refund_id = :refund order by part")
                .param("refund", refund.value())
                .query((row, number) -> new Part(
                        new RefundPart(
                                PaymentSource.valueOf(row.getString("source")),
                                row.getString("reference"),
                                row.getString("provider_key"),
                                Money.of(row.getLong("amount"), currency)),
                        row.getObject("returned_at") != null))
                .list();
    }
}
