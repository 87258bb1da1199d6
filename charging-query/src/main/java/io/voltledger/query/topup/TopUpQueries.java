package io.voltledger.query.topup;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.topup.TopUpQuery.FindTopUp;
import io.voltledger.api.topup.TopUpQuery.ListTopUps;
import io.voltledger.api.topup.TopUpQuery.TopUpPage;
import io.voltledger.api.topup.TopUpState;
import io.voltledger.api.topup.TopUpView;
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

/** Answers what is asked about top-ups. */
@Component
class TopUpQueries {

    private final JdbcClient jdbc;

    TopUpQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<TopUpView> handle(FindTopUp query) {
        return jdbc.sql("select * from top_up where top_up_id = :topUp")
                .param("topUp", query.topUp().value())
                .query(TopUpQueries::view)
                .optional();
    }

    @QueryHandler
    TopUpPage handle(ListTopUps query) {
        List<TopUpView> rows = KeyedQuery.byTime(jdbc, """
                        select * from top_up
                        where (:member is null or member_id = :member) and (:state is null or state = :state)
                          and (:after is null or requested_at < :after
                               or (requested_at = :after and top_up_id < :afterId))
                        order by requested_at desc, top_up_id desc limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .param("state", Columns.of(query.state(), Enum::name))
                .query(TopUpQueries::view)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.requestedAt(), view.id().value()),
                TopUpPage::new);
    }

    private static TopUpView view(ResultSet row, int number) throws SQLException {
        return new TopUpView(
                new TopUpId(row.getString("top_up_id")),
                new MemberId(row.getString("member_id")),
                Columns.money(row, "amount", "currency"),
                new OrderId(row.getString("order_id")),
                TopUpState.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getString("provider_key"),
                Utc.read(row, "requested_at"),
                Utc.read(row, "updated_at"));
    }
}
