package io.voltledger.query.wallet;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.HoldView;
import io.voltledger.api.wallet.WalletMovementView;
import io.voltledger.api.wallet.WalletQuery.FindWallet;
import io.voltledger.api.wallet.WalletQuery.HoldPage;
import io.voltledger.api.wallet.WalletQuery.ListHolds;
import io.voltledger.api.wallet.WalletQuery.ListWalletMovements;
import io.voltledger.api.wallet.WalletQuery.ListWallets;
import io.voltledger.api.wallet.WalletQuery.WalletMovementPage;
import io.voltledger.api.wallet.WalletQuery.WalletPage;
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

    private static final String WALLET = """
            select wallet.*, wallet_closing.closed_at
            from wallet left join wallet_closing on wallet_closing.member_id = wallet.member_id
            """;

    private final JdbcClient jdbc;

    WalletQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<WalletView> handle(FindWallet query) {
        return jdbc.sql(WALLET + "where wallet.member_id = :member")
                .param("member", query.member().value())
                .query(WalletQueries::wallet)
                .optional();
    }

    @QueryHandler
    WalletPage handle(ListWallets query) {
        List<WalletView> rows = KeyedQuery.byId(jdbc, WALLET + """
                        where (:afterId is null or wallet.member_id > :afterId)
                        order by wallet.member_id limit :limit
                        """, query.page())
                .query(WalletQueries::wallet)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.member().value()), WalletPage::new);
    }

    /** A hold is open until its capture, release or expiry. */
    @QueryHandler
    HoldPage handle(ListHolds query) {
        List<HoldView> rows = KeyedQuery.byTime(jdbc, """
                        select h.* from (
                            select m.*, left(m.movement_id, char_length(m.movement_id) - char_length('/hold')) as hold
                            from wallet_movement m where m.member_id = :member and m.kind = 'HOLD') h
                        where not exists (
                              select 1 from wallet_movement e
                              where e.member_id = :member
                                and e.movement_id in (concat(h.hold, '/capture'), concat(h.hold, '/release'),
                                                      concat(h.hold, '/expiry')))
                          and (:after is null or h.at < :after or (h.at = :after and h.hold < :afterId))
                        order by h.at desc, h.hold desc limit :limit
                        """, query.page())
                .param("member", query.member().value())
                .query(WalletQueries::hold)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.heldAt(), view.hold().value()),
                HoldPage::new);
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

    private static WalletView wallet(ResultSet row, int number) throws SQLException {
        return new WalletView(
                new MemberId(row.getString("member_id")),
                Columns.money(row, "available", "currency"),
                Columns.money(row, "held", "currency"),
                Columns.money(row, "points", "currency"),
                Utc.read(row, "updated_at"),
                Utc.readNullable(row, "closed_at"));
    }

    private static HoldView hold(ResultSet row, int number) throws SQLException {
        return new HoldView(
                new HoldId(row.getString("hold")),
                new BillId(row.getString("bill_id")),
                Columns.money(row, "amount", "currency"),
                Utc.read(row, "at"));
    }

    private static WalletMovementView movement(ResultSet row, int number) throws SQLException {
        return new WalletMovementView(
                row.getString("movement_id"),
                WalletMovementView.Kind.valueOf(row.getString("kind")),
                Columns.money(row, "amount", "currency"),
                Columns.money(row, "available", "currency"),
                Columns.money(row, "held", "currency"),
                Columns.money(row, "points", "currency"),
                Columns.text(row, "source", CreditSource::valueOf),
                Columns.text(row, "bill_id", BillId::new),
                Utc.read(row, "at"));
    }
}
