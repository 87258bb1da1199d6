package io.voltledger.query.dunning;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.dunning.DunningQuery.DunningPage;
import io.voltledger.api.dunning.DunningQuery.ListDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.DunningView;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about dunning. */
@Component
class DunningQueries {

    private final JdbcClient jdbc;

    DunningQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    DunningPage handle(ListDunning query) {
        List<DunningView> rows = KeyedQuery.byTime(jdbc, """
                        select * from dunning
                        where (:member is null or member_id = :member) and (:stage is null or stage = :stage)
                          and (:after is null or overdue_at < :after or (overdue_at = :after and bill_id < :afterId))
                        order by overdue_at desc, bill_id desc limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .param("stage", Columns.of(query.stage(), Enum::name))
                .query(DunningQueries::view)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.overdueAt(), view.bill().value()),
                DunningPage::new);
    }

    private static DunningView view(ResultSet row, int number) throws SQLException {
        return new DunningView(
                new BillId(row.getString("bill_id")),
                new SessionId(row.getString("session_id")),
                new MemberId(row.getString("member_id")),
                DunningStage.valueOf(row.getString("stage")),
                Columns.money(row, "outstanding", "currency"),
                Utc.read(row, "overdue_at"),
                Utc.read(row, "since"));
    }
}
