package io.voltledger.query.payment;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.payment.PaymentQuery.FindPayment;
import io.voltledger.api.payment.PaymentQuery.ListPayments;
import io.voltledger.api.payment.PaymentQuery.PaymentPage;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.api.payment.PaymentView;
import io.voltledger.api.session.SessionId;
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

/** Answers what is asked about payments. */
@Component
class PaymentQueries {

    private final JdbcClient jdbc;

    PaymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment query) {
        return jdbc.sql("select * from payment where payment_id = :payment")
                .param("payment", query.payment().value())
                .query(PaymentQueries::payment)
                .optional();
    }

    @QueryHandler
    PaymentPage handle(ListPayments query) {
        List<PaymentView> rows = KeyedQuery.byTime(jdbc, """
                        select * from payment
                        where (:bill is null or bill_id = :bill)
                          and (:member is null or member_id = :member)
                          and (:state is null or state = :state)
                          and (:after is null or requested_at < :after
                               or (requested_at = :after and payment_id < :afterId))
                        order by requested_at desc, payment_id desc limit :limit
                        """, query.page())
                .param("bill", Columns.of(query.bill(), BillId::value))
                .param("member", Columns.of(query.member(), MemberId::value))
                .param("state", Columns.of(query.state(), Enum::name))
                .query(PaymentQueries::payment)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.requestedAt(), view.id().value()),
                PaymentPage::new);
    }

    private static PaymentView payment(ResultSet row, int number) throws SQLException {
        return new PaymentView(
                new PaymentId(row.getString("payment_id")),
                new BillId(row.getString("bill_id")),
                new SessionId(row.getString("session_id")),
                new MemberId(row.getString("member_id")),
                Columns.text(row, "method_id", PaymentMethodId::new),
                Columns.money(row, "amount", "currency"),
                row.getInt("attempt"),
                new OrderId(row.getString("order_id")),
                PaymentState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("detail"),
                row.getString("provider_key"),
                SettlementColumns.read(row),
                Utc.read(row, "requested_at"),
                Utc.read(row, "updated_at"));
    }
}
