package io.voltledger.query.wallet;

import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsLotView;
import io.voltledger.api.wallet.WalletQuery.ListPoints;
import io.voltledger.api.wallet.WalletQuery.PointsPage;
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

/** Answers what is asked about points. */
@Component
class PointsQueries {

    private final JdbcClient jdbc;

    PointsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    PointsPage handle(ListPoints query) {
        List<PointsLotView> rows = KeyedQuery.byTime(jdbc, """
                        select * from points_lot
                        where member_id = :member
                          and (:after is null or expires_at < :after or (expires_at = :after and lot_id < :afterId))
                        order by expires_at desc, lot_id desc limit :limit
                        """, query.page())
                .param("member", query.member().value())
                .query(PointsQueries::lot)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.expiresAt(), view.lot().value()),
                PointsPage::new);
    }

    private static PointsLotView lot(ResultSet row, int number) throws SQLException {
        return new PointsLotView(
                new PointsLotId(row.getString("lot_id")),
                Columns.money(row, "granted", "currency"),
                Columns.money(row, "remaining", "currency"),
                Columns.money(row, "expired", "currency"),
                row.getString("reason"),
                row.getString("granted_by"),
                Utc.read(row, "granted_at"),
                Utc.read(row, "expires_at"),
                Utc.readNullable(row, "expired_at"));
    }
}
