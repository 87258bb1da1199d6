package io.voltledger.query.ledger;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.ledger.LedgerAccountView;
import io.voltledger.api.ledger.LedgerEntryView;
import io.voltledger.api.ledger.LedgerQuery.DrawTrialBalance;
import io.voltledger.api.ledger.LedgerQuery.LedgerAccountPage;
import io.voltledger.api.ledger.LedgerQuery.LedgerEntryPage;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerAccounts;
import io.voltledger.api.ledger.LedgerQuery.ListLedgerEntries;
import io.voltledger.api.ledger.TrialBalanceView;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about the books. */
@Component
class LedgerQueries {

    private static final String SUMS = """
            select account, currency, sum(case when amount > 0 then amount else 0 end) as debits,
                   sum(case when amount < 0 then -amount else 0 end) as credits
            from ledger_posting
            """;

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    LedgerAccountPage handle(ListLedgerAccounts query) {
        List<LedgerAccountView> rows = KeyedQuery.byId(jdbc, SUMS + """
                        where (:prefix is null or account like :prefix)
                          and (:afterId is null or concat(account, '/', currency) > :afterId)
                        group by account, currency
                        order by concat(account, '/', currency) limit :limit
                        """, query.page())
                .param("prefix", Columns.of(query.prefix(), LedgerQueries::startingWith))
                .query(LedgerQueries::account)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(
                        view.account() + "/" + view.balance().currency().getCurrencyCode()),
                LedgerAccountPage::new);
    }

    @QueryHandler
    LedgerEntryPage handle(ListLedgerEntries query) {
        PageKey after = PageKey.byNumber(query.page().cursor());
        List<Long> positions = jdbc.sql("""
                        select distinct position from ledger_posting
                        where (:account is null or account = :account)
                          and (:bill is null or bill_id = :bill)
                          and (:reference is null or reference = :reference)
                          and (:from is null or at >= :from) and (:until is null or at < :until)
                          and (:after is null or position < :after)
                        order by position desc limit :limit
                        """)
                .param("account", query.account())
                .param("bill", Columns.of(query.bill(), BillId::value))
                .param("reference", query.reference())
                .param("from", Utc.ofNullable(query.from()))
                .param("until", Utc.ofNullable(query.until()))
                .param("after", after == null ? null : after.number())
                .param("limit", query.page().limit() + 1)
                .query((row, number) -> row.getLong("position"))
                .list();
        return Pages.cut(
                query.page(),
                entries(positions),
                entry -> PageKey.of(Long.toString(entry.position())),
                LedgerEntryPage::new);
    }

    @QueryHandler
    TrialBalanceView handle(DrawTrialBalance query) {
        String until = """
                where (:position is null or position <= :position) and (:at is null or at <= :at)
                """;
        List<LedgerAccountView> accounts = bind(SUMS + until + "group by account, currency order by 1, 2", query)
                .query(LedgerQueries::account)
                .list();
        Long position = bind("select max(position) as position from ledger_posting " + until, query)
                .query((row, number) -> new Last(row.getObject("position", Long.class)))
                .single()
                .position();
        return TrialBalance.of(position, accounts);
    }

    private record Last(@Nullable Long position) {}

    private JdbcClient.StatementSpec bind(String sql, DrawTrialBalance query) {
        return jdbc.sql(sql).param("position", query.position()).param("at", Utc.ofNullable(query.at()));
    }

    private List<LedgerEntryView> entries(List<Long> positions) {
        return positions.isEmpty()
                ? List.of()
                : PostingRows.entries(jdbc.sql(
                                "select * from ledger_posting where position in (:positions) order by position desc, line")
                        .param("positions", positions));
    }

    private static LedgerAccountView account(ResultSet row, int number) throws SQLException {
        Money debits = Columns.money(row, "debits", "currency");
        Money credits = Columns.money(row, "credits", "currency");
        String account = row.getString("account");
        return new LedgerAccountView(account, Accounts.kind(account), debits, credits, debits.minus(credits));
    }

    private static String startingWith(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
