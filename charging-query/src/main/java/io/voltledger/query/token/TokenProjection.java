package io.voltledger.query.token;

import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenEvent.TokenBlocked;
import io.voltledger.api.token.TokenEvent.TokenIssued;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.token.TokenEvent.TokenRestrictionLifted;
import io.voltledger.api.token.TokenEvent.TokenUnblocked;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the token tables. */
@Component
@ProcessingGroup("query-token")
class TokenProjection {

    private static final Change ISSUE = Change.each("""
            insert into token (token_id, member_id, parent_id, expires_at, issued_at)
            values (:token, :member, :parent, :expires, :at)
            on duplicate key update member_id = values(member_id), parent_id = values(parent_id),
                expires_at = values(expires_at)
            """);

    private static final Change RESTRICT = Change.latest("""
            insert into token_restriction (token_id, bill_id, restricted_at) values (:token, :bill, :at)
            on duplicate key update restricted_at = values(restricted_at)
            """);

    private static final Change LIFT =
            Change.each("delete from token_restriction where token_id = :token and bill_id = :bill");

    private static final Change BLOCK =
            Change.latest("update token set blocked = :blocked, block_reason = :reason where token_id = :token");

    private final JdbcClient jdbc;
    private final Changes changes;

    TokenProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(TokenIssued event) {
        changes.of(event.token(), ISSUE)
                .param("token", event.token().value())
                .param("member", event.member().value())
                .param("parent", Columns.of(event.parent(), IdToken::value))
                .param("expires", Utc.ofNullable(event.expiresAt()))
                .param("at", Utc.of(event.issuedAt()))
                .apply();
    }

    @EventHandler
    void on(TokenBlocked event) {
        block(event.token(), true, event.reason());
    }

    @EventHandler
    void on(TokenUnblocked event) {
        block(event.token(), false, null);
    }

    @EventHandler
    void on(TokenRestricted event) {
        changes.of(List.of(event.token(), event.bill()), RESTRICT)
                .param("token", event.token().value())
                .param("bill", event.bill().value())
                .param("at", Utc.of(event.restrictedAt()))
                .apply();
    }

    @EventHandler
    void on(TokenRestrictionLifted event) {
        changes.of(List.of(event.token(), event.bill()), LIFT)
                .param("token", event.token().value())
                .param("bill", event.bill().value())
                .apply();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from token_restriction").update();
        jdbc.sql("delete from token").update();
    }

    private void block(IdToken token, boolean blocked, @Nullable String reason) {
        changes.of(token, BLOCK)
                .param("token", token.value())
                .param("blocked", blocked)
                .param("reason", reason)
                .apply();
    }
}
