package io.voltledger.query.payment;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.payment.PaymentMethodView;
import io.voltledger.api.payment.PaymentQuery.FindPaymentMethod;
import io.voltledger.api.payment.PaymentQuery.ListPaymentMethods;
import io.voltledger.api.payment.PaymentQuery.PaymentMethodPage;
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

/** Answers what is asked about payment methods. */
@Component
class PaymentMethodQueries {

    private final JdbcClient jdbc;

    PaymentMethodQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<PaymentMethodView> handle(FindPaymentMethod query) {
        return jdbc.sql("select * from payment_method where method_id = :method")
                .param("method", query.method().value())
                .query(PaymentMethodQueries::method)
                .optional();
    }

    @QueryHandler
    PaymentMethodPage handle(ListPaymentMethods query) {
        List<PaymentMethodView> rows = KeyedQuery.byId(jdbc, """
                        select * from payment_method
                        where (:member is null or member_id = :member)
                          and (:afterId is null or method_id > :afterId)
                        order by method_id limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .query(PaymentMethodQueries::method)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.id().value()), PaymentMethodPage::new);
    }

    private static PaymentMethodView method(ResultSet row, int number) throws SQLException {
        return new PaymentMethodView(
                new PaymentMethodId(row.getString("method_id")),
                new MemberId(row.getString("member_id")),
                row.getString("issuer"),
                row.getString("masked_number"),
                Utc.read(row, "registered_at"),
                Utc.readNullable(row, "removed_at"));
    }
}
