package io.voltledger.query.token;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenQuery.FindToken;
import io.voltledger.api.token.TokenQuery.ListTokens;
import io.voltledger.api.token.TokenQuery.TokenPage;
import io.voltledger.api.token.TokenView;
import io.voltledger.query.sql.Children;
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

/** Answers what is asked about tokens. */
@Component
class TokenQueries {

    private final JdbcClient jdbc;

    TokenQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<TokenView> handle(FindToken query) {
        return whole(jdbc.sql("select * from token where token_id = :token")
                        .param("token", query.token().value())
                        .query(TokenQueries::token)
                        .list())
                .stream()
                .findFirst();
    }

    @QueryHandler
    TokenPage handle(ListTokens query) {
        List<TokenView> rows = KeyedQuery.byId(jdbc, """
                        select * from token
                        where (:member is null or member_id = :member)
                          and (:afterId is null or token_id > :afterId)
                        order by token_id limit :limit
                        """, query.page())
                .param("member", Columns.of(query.member(), MemberId::value))
                .query(TokenQueries::token)
                .list();
        return Pages.cut(query.page(), whole(rows), view -> PageKey.of(view.id().value()), TokenPage::new);
    }

    private List<TokenView> whole(List<TokenView> rows) {
        Children<BillId> restrictions = Children.load(
                jdbc,
                """
                        select token_id as parent, bill_id from token_restriction
                        where token_id in (:parents) order by restricted_at, bill_id
                        """,
                rows.stream().map(view -> view.id().value()).toList(),
                (row, number) -> new BillId(row.getString("bill_id")));
        return rows.stream()
                .map(view -> new TokenView(
                        view.id(),
                        view.member(),
                        view.parent(),
                        view.expiresAt(),
                        view.blocked(),
                        view.blockReason(),
                        restrictions.of(view.id().value()),
                        view.issuedAt()))
                .toList();
    }

    private static TokenView token(ResultSet row, int number) throws SQLException {
        return new TokenView(
                new IdToken(row.getString("token_id")),
                new MemberId(row.getString("member_id")),
                Columns.text(row, "parent_id", IdToken::new),
                Utc.readNullable(row, "expires_at"),
                row.getBoolean("blocked"),
                row.getString("block_reason"),
                List.of(),
                Utc.read(row, "issued_at"));
    }
}
