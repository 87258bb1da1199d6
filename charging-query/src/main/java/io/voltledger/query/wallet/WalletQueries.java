package io.voltledger.query.wallet;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletMovementView;
import io.voltledger.api.wallet.WalletQuery.FindWallet;
import io.voltledger.api.wallet.WalletQuery.ListWalletMovements;
import io.voltledger.api.wallet.WalletQuery.WalletMovementPage;
import io.voltledger.api.wallet.WalletView;
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

/** Answers what is asked about wallets. */
@Component
class WalletQueries {

    private final JdbcClient jdbc;

    WalletQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<WalletView> handle(FindWallet query) {
        return jdbc.sql("""
                        select wallet.*, closed_at from wallet left join wallet_closing using (member_id)
                        where member_id = :member""")
                .param("member", query.member().value())
                .query((row, number) -> new WalletView(
                        query.member(),
                        Columns.money(row, "available", "currency"),
                        Columns.money(row, "held", "currency"),
                        Utc.read(row, "updated_at"),
                        Utc.readNullable(row, "closed_at")))
                .optional();
    }

    @QueryHandler
    WalletMovementPage handle(ListWalletMovements query) {
        List<WalletMovementView> rows = KeyedQuery.byTime(jdbc, """
                        select * from wallet_movement
                        where member_id = :member
                          and (:after is null or at < :after or (at = :after and movement_id < :afterId))
                        order by at desc, movement_id desc limit :limit
                        """, query.page())
                .param("member", query.member().value())
                .query(WalletQueries::movement)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.at(), view.id()), WalletMovementPage::new);
    }

    private static WalletMovementView movement(ResultSet row, int number) throws SQLException {
        return new WalletMovementView(
                row.getString("movement_id"),
                WalletMovementView.Kind.valueOf(row.getString("kind")),
                Columns.money(row, "amount", "currency"),
                Columns.money(row, "available", "currency"),
                Columns.money(row, "held", "currency"),
                Columns.text(row, "source", CreditSource::valueOf),
                Columns.text(row, "bill_id", BillId::new),
                Utc.read(row, "at"));
    }
}
